import type { RenderCode } from '#domain/notices/facts.ts';
import type { Log, Mailer } from '#domain/ports/services.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { timeInWords } from '#domain/values/dates.ts';
import { type CodeDeps, type Issued, issueCode } from '../../access/codes.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, say } from '../../layout/page.ts';
import { codeWords } from '../words.ts';
import { type CodeHolder, codePage } from './form.ts';

export interface SendCodeDeps extends CodeDeps, PageDeps {
  readonly mailer: Mailer;
  readonly renderCode: RenderCode;
  readonly config: Pick<ServiceConfig, 'serviceName' | 'councilName' | 'contact' | 'theme'>;
  readonly log: Log;
}

/** Emails a code to the mailbox that received the link, and shows the form for it. */
export async function sendCode(deps: SendCodeDeps, holder: CodeHolder): Promise<HttpResponse> {
  const issued: Issued = await issueCode(deps, holder.mailbox);
  if (issued.kind === 'REFUSED') return tooManyCodes(deps, issued.againAt);
  const { serviceName, councilName, contact } = deps.config;
  const mail = deps.renderCode({
    serviceName,
    councilName,
    contact,
    code: issued.code,
    minutes: deps.policy.codeMinutes,
  });
  const tags = { reference: holder.reference, noticeId: 'CODE' };
  const sent = await deps.mailer.send({ to: holder.mailbox, ...mail, tags });
  if ('messageId' in sent) return codePage(deps, holder);
  deps.log.error('code-refused', { reference: holder.reference, why: sent.refused });
  return say(
    deps,
    502,
    'We could not send the code',
    'The mail service does not deliver to this address.',
    'Contact us, because the address may be wrong.',
  );
}

function tooManyCodes(deps: SendCodeDeps, againAt: string): HttpResponse {
  const said = say(
    deps,
    429,
    codeWords.tooMany,
    `We sent ${deps.policy.codeBurst} codes to this mailbox in a short time. You can get a new one from ${timeInWords(againAt)}.`,
    'If you did not ask for them, contact us.',
  );
  const seconds = Math.max(1, Math.ceil((Date.parse(againAt) - Date.parse(deps.now())) / 1000));
  return { ...said, headers: { ...said.headers, 'retry-after': String(seconds) } };
}
