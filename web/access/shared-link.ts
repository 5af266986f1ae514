import type { ReadTeam } from '#application/access/read-team.ts';
import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { isShared } from '#domain/case/shared.ts';
import { otherServiceActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import { otherServiceMailbox } from '#domain/people/mailboxes.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { HttpResponse } from '../http/message.ts';
import { callUsPage } from '../layout/call-us.ts';
import { MAYBE_BECAUSE, PAGE_NOT_FOUND } from '../layout/not-found.ts';
import { type PageDeps, page, say } from '../layout/page.ts';
import { NEW_LINK } from './dead-link.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { hasTime, storedLink } from './links.ts';
import type { SessionDeps } from './sessions.ts';

const OPEN_AGAIN = [
  ...MAYBE_BECAUSE,
  'Open the link in our last email about this referral again. If the link has expired, it offers you a new one.',
];

/** A link of another service to a referral that is shared with it, not opened yet. */
export interface SharedLink extends Admitted {
  readonly token: string;
  readonly link: Link;
}

export interface SharedLinkDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly config: PageDeps['config'] & Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;
  readonly readTeam: ReadTeam;
}

/**
 * Admits the holder of a link to a shared referral while the referral is shared and the mailbox is still that service's. A
 * link that is unknown, expired or revoked looks the same, and each may ask for a new one.
 */
export function sharedLinkGuard(deps: SharedLinkDeps): Guard<SharedLink> {
  return async (_request, { token = '' }) => {
    const link = await validSharedLink(deps, token);
    if (link === undefined) return { refuse: () => deadSharedLink(deps) };
    if ('died' in link) return { refuse: () => callUsPage(deps, link.died) };
    return { seen: { actor: otherServiceActor(link.mailbox), token, link, refuseForm: anyForm } };
  };
}

/**
 * The link behind a token while it opens a referral. Where the child has died, the reference, also of a link that has run
 * out: then there is no new one to ask for.
 */
export async function validSharedLink(
  deps: SharedLinkDeps,
  token: string,
): Promise<Link | { readonly died: string } | undefined> {
  const link = await storedLink(deps, token);
  if (link?.purpose !== 'SHARED') return undefined;
  const theCase = await deps.cases.readCase(link.reference);
  if (!theCase || !(await isOtherService(deps, theCase, link.mailbox))) return undefined;
  if (hasDied(theCase)) return { died: link.reference };
  return isShared(theCase) && hasTime(deps, link) ? link : undefined;
}

/** What another service can do whose session has run out, or that gets no new link. */
export const callForLink = ({ phone, hours }: ServiceConfig['contact']) =>
  `If we shared a referral with your service, you can also call us on ${phone} (${hours}). Give the reference in our email.`;

/** The page behind a link of another service that opens nothing: one for all, to the letter, with a button for a new link. */
export function deadSharedLink(deps: PageDeps): HttpResponse {
  const data = { sentences: [...MAYBE_BECAUSE, callForLink(deps.config.contact)], newLink: NEW_LINK };
  return page(deps, { status: 404, template: 'access/dead-link.njk', title: PAGE_NOT_FOUND, data });
}

/** The page of a referral that this browser may not read, or no longer: nothing about it. */
export function closedToOtherService(deps: PageDeps): HttpResponse {
  return say(deps, 404, PAGE_NOT_FOUND, ...OPEN_AGAIN, callForLink(deps.config.contact));
}

/** Whether this is the mailbox of the other service of this case at this moment. */
export async function isOtherService(
  { config, readTeam }: Pick<SharedLinkDeps, 'config' | 'readTeam'>,
  { shared }: Pick<Case, 'shared'>,
  mailbox: string,
): Promise<boolean> {
  const now = otherServiceMailbox(shared?.to ?? 'ADVISORY', await readTeam(), config);
  return now !== undefined && sameMailbox(mailbox, now);
}
