import { referrerActor } from '#domain/people/actor.ts';
import { absoluteUrl } from '../http/base-url.ts';
import { seeOther } from '../http/message.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { Admitted, Guard } from './guard.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';

/** A browser in which a code from this mailbox was entered. It lists the referrals of the mailbox, and opens none. */
export interface MailboxRequest extends OpenSession, Admitted {
  readonly mailbox: string;
}

type MailboxGuardDeps = PageDeps & Pick<SessionDeps, 'access' | 'now' | 'baseUrl'>;

/** Admits a browser while the code that was entered there counts. A link opened in it is not enough. All others begin anew. */
export function mailboxGuard(deps: MailboxGuardDeps): Guard<MailboxRequest> {
  return async (request) => {
    const open = await readSession(deps, request, 'REFERRER');
    const { mailbox = '', listsUntil = '' } = open?.session ?? {};
    if (!open || deps.now() >= listsUntil)
      return { refuse: () => seeOther(absoluteUrl(deps.baseUrl, '/referral/mine')) };
    const refuseForm: Admitted['refuseForm'] = (fields) => (open.isOwnForm(fields) ? undefined : forgedPage(deps));
    return { seen: { ...open, mailbox, actor: referrerActor(mailbox), refuseForm } };
  };
}
