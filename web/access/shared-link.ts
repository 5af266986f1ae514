import { hasDied } from '#domain/case/death.ts';
import { isShared } from '#domain/case/shared.ts';
import { otherServiceActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { HttpResponse } from '../http/message.ts';
import { callUsPage } from '../layout/call-us.ts';
import { MAYBE_BECAUSE, PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, say } from '../layout/page.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { readLink } from './links.ts';
import type { SessionDeps } from './sessions.ts';

/** A link of another service to a referral that is shared with it, not opened yet. */
export interface SharedLink extends Admitted {
  readonly token: string;
  readonly link: Link;
}

export interface SharedLinkDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly config: PageDeps['config'] & Pick<ServiceConfig, 'advisoryTeacherMailbox'>;
}

/**
 * Admits the holder of a link to a shared referral while the referral is shared and the mailbox is still that service's. A
 * link that is unknown, expired or revoked looks the same.
 */
export function sharedLinkGuard(deps: SharedLinkDeps): Guard<SharedLink> {
  const refused = { refuse: () => deadSharedLink(deps) };
  return async (_request, { token = '' }) => {
    const link = await readLink(deps, token);
    if (link?.purpose !== 'SHARED' || !isOtherService(deps, link.mailbox)) return refused;
    const theCase = await deps.cases.readCase(link.reference);
    if (theCase && hasDied(theCase)) return { refuse: () => callUsPage(deps, link.reference) };
    if (!theCase || !isShared(theCase)) return refused;
    return { seen: { actor: otherServiceActor(link.mailbox), token, link, refuseForm: anyForm } };
  };
}

/** What another service can do whose link has run out. */
export const callForLink = ({ phone, hours }: ServiceConfig['contact']) =>
  `If we shared a referral with your service, call us on ${phone} (${hours}). Give the reference in our email.`;

/** The page behind a link of another service that opens nothing: one for all, to the letter. */
export function deadSharedLink(deps: PageDeps): HttpResponse {
  return say(deps, 404, PAGE_NOT_FOUND, ...MAYBE_BECAUSE, callForLink(deps.config.contact));
}

/** Whether this is the mailbox of the other service as it is configured now. */
export function isOtherService({ config }: Pick<SharedLinkDeps, 'config'>, mailbox: string): boolean {
  return sameMailbox(mailbox, config.advisoryTeacherMailbox);
}
