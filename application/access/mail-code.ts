import type { RenderCode } from '#domain/notices/facts.ts';
import type { Log, Mailer } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';

export interface MailCodeDeps {
  readonly mailer: Mailer;
  readonly renderCode: RenderCode;
  readonly config: ServiceConfig;
  readonly policy: Pick<Policy, 'codeMinutes'>;
  readonly log: Log;
}

/** Mails a six-digit code. Never throws: the answer is the same whether or not the email has gone. */
export function mailCode(deps: MailCodeDeps): (mailbox: string, code: string) => Promise<void> {
  return async (mailbox, code) => {
    const { serviceName, councilName, contact } = deps.config;
    const email = deps.renderCode({ serviceName, councilName, contact, code, minutes: deps.policy.codeMinutes });
    try {
      const sent = await deps.mailer.send({ to: mailbox, ...email, tags: { reference: 'NONE', noticeId: 'CODE' } });
      if ('refused' in sent) deps.log.error('code-refused', { why: sent.refused });
    } catch (error) {
      deps.log.error('code-not-sent', { error: errorName(error) });
    }
  };
}
