import { readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { familyActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { offerOf, type Support } from '#domain/support/support.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { callUsPage } from '../layout/call-us.ts';
import { notFound } from '../layout/not-found.ts';
import type { PageDeps } from '../layout/page.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { hasTime, storedLink } from './links.ts';
import type { SessionDeps } from './sessions.ts';

export interface FamilyLinkDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
}

/** What stands behind a link or a session of a family: read to check an answer, not yet to be shown. */
export interface FamilyOffer {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly support: Support;
  /** The id of the offer that the link is about. */
  readonly offer: string;
  /** Whether the day and the time may stand on a page: of a flagged family they say where someone is. */
  readonly showsWhen: boolean;
}

/** The link of one adult to one offer, not opened yet. */
export interface FamilyLink extends Admitted, FamilyOffer {
  readonly token: string;
  readonly link: Link;
}

/**
 * Admits the holder of a family's link while the rule of safe contact still allows an email to that adult at that address. A
 * link that is unknown, expired or revoked looks the same. Where the child has died, the page asks them to call.
 */
export function familyLinkGuard(deps: FamilyLinkDeps): Guard<FamilyLink> {
  return async (_request, { token = '' }) => {
    const link = await storedLink(deps, token);
    if (link?.purpose !== 'OFFER') return { refuse: () => notFound(deps) };
    const found = await offerBehind(deps, link);
    if (found && hasDied(found.theCase)) return { refuse: () => callUsPage(deps, link.reference) };
    if (!found || !hasTime(deps, link)) return { refuse: () => notFound(deps) };
    return { seen: { ...found, token, link, actor: familyActor(link.mailbox), refuseForm: anyForm } };
  };
}

type About = Pick<Link, 'reference' | 'taskId' | 'mailbox'>;

/** The offer that a link or a session is about, while its mailbox may be written to; undefined for all else. */
export async function offerBehind(deps: FamilyLinkDeps, about: About): Promise<FamilyOffer | undefined> {
  const { reference, taskId = '', mailbox } = about;
  const [theCase, stored, support] = await Promise.all([
    deps.cases.readCase(reference),
    deps.referrals.readReferral(reference),
    deps.supports.readSupport(reference),
  ]);
  if (!theCase || !stored || !support || !offerOf(support, taskId)) return undefined;
  const family = await readFamily(deps, theCase, addresseesOf(stored.body));
  const isTheirs = family.family.parents.some((_, place) => {
    const way = wayTo(place, 'EMAIL', family);
    return 'address' in way && sameMailbox(way.address, mailbox);
  });
  const showsWhen = mayShow('WHEREABOUTS', 'FAMILY', family);
  return isTheirs ? { theCase, stored, support, offer: taskId, showsWhen } : undefined;
}
