import type { ReadTeam } from '#application/access/read-team.ts';
import { hasDied } from '#domain/case/death.ts';
import { sharedWithNow, sharedWithSince } from '#domain/case/shares.ts';
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
  /** Which services it opens the referral for, as notices name them. */
  readonly services: readonly string[];
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
    const found = await validSharedLink(deps, token);
    if (found === undefined) return { refuse: () => deadSharedLink(deps) };
    if ('died' in found) return { refuse: () => callUsPage(deps, found.died) };
    return { seen: { actor: otherServiceActor(found.link.mailbox), token, ...found, refuseForm: anyForm } };
  };
}

/**
 * The link behind a token while it opens a referral. Where the child has died, the reference, also of a link that has run
 * out: then there is no new one to ask for.
 */
export async function validSharedLink(
  deps: SharedLinkDeps,
  token: string,
): Promise<Pick<SharedLink, 'link' | 'services'> | { readonly died: string } | undefined> {
  const link = await storedLink(deps, token);
  if (link?.purpose !== 'SHARED') return undefined;
  const theCase = await deps.cases.readCase(link.reference);
  if (!theCase || (await servicesOf(deps, sharedWithSince(theCase), link.mailbox)).length === 0) return undefined;
  if (hasDied(theCase)) return { died: link.reference };
  const services = await servicesOf(deps, sharedWithNow(theCase), link.mailbox);
  return services.length > 0 && hasTime(deps, link) ? { link, services } : undefined;
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

/** Which of these services has this mailbox at this moment, each as notices name it. */
export async function servicesOf(
  { config, readTeam }: Pick<SharedLinkDeps, 'config' | 'readTeam'>,
  services: readonly string[],
  mailbox: string,
): Promise<string[]> {
  const team = await readTeam();
  return services.filter((to) => {
    const now = otherServiceMailbox(to, team, config);
    return now !== undefined && sameMailbox(mailbox, now);
  });
}
