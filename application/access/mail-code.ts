import type { RenderCode } from '#domain/notices/facts.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { type ContactDeps, contactNow } from './contact-now.ts';

export interface MailCodeDeps extends ContactDeps {
  readonly mailer: Mailer;
  readonly renderCode: RenderCode;
  readonly policy: Pick<Policy, 'codeMinutes'>;
}

/** Answers whether the mail service took the email. */
export type MailCode = (mailbox: string, code: string, reference?: string) => Promise<boolean>;

/** Mails a six-digit code. Never throws. A page that anyone can open answers the same whether or not it has gone. */
export function mailCode(deps: MailCodeDeps): MailCode {
  return async (mailbox, code, reference = 'NONE') => {
    const { serviceName, councilName } = deps.config;
    const contact = await contactNow(deps);
    const email = deps.renderCode({ serviceName, councilName, contact, code, minutes: deps.policy.codeMinutes });
    try {
      const sent = await deps.mailer.send({ to: mailbox, ...email, tags: { reference, noticeId: 'CODE' } });
      if ('messageId' in sent) return true;
      deps.log.error('code-refused', { reference, why: sent.refused });
    } catch (error) {
      deps.log.error('code-not-sent', { reference, error: errorName(error) });
    }
    return false;
  };
}
