import { readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { hasDied } from '#domain/case/death.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { familyActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { mayShow } from '#domain/safe-contact/may-show.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { offerOf, type Support } from '#domain/support/support.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { callUsPage } from '../layout/call-us.ts';
import { notFound } from '../layout/not-found.ts';
import type { FamilyLinkDeps } from './family-link-deps.ts';
import { pageBehind } from './family-page-link.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { hasTime, storedLink } from './links.ts';

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

/** The link of one adult to an offer or to their page, not opened yet. */
export interface FamilyLink extends Admitted, Pick<FamilyOffer, 'theCase' | 'stored'> {
  readonly token: string;
  readonly link: Link;
}

/**
 * Admits the holder of a family's link while the rule of safe contact still allows an email to that adult at that address, and
 * the page that it opens stands. A link that is unknown, expired or revoked looks the same. Where the child has died, the page asks them to call.
 */
export function familyLinkGuard(deps: FamilyLinkDeps): Guard<FamilyLink> {
  return async (_request, { token = '' }) => {
    const link = await storedLink(deps, token);
    const found = link && (await behind(deps, link));
    if (link && found && hasDied(found.theCase)) return { refuse: () => callUsPage(deps, link.reference) };
    if (!link || !found || !hasTime(deps, link)) return { refuse: () => notFound(deps) };
    const { theCase, stored } = found;
    return { seen: { theCase, stored, token, link, actor: familyActor(link.mailbox), refuseForm: anyForm } };
  };
}

/** What an unopened link leads to; undefined for what is none of a family. */
async function behind(deps: FamilyLinkDeps, link: Link): Promise<Pick<FamilyLink, 'theCase' | 'stored'> | undefined> {
  if (link.purpose === 'PAGE') return pageBehind(deps, link);
  return link.purpose === 'OFFER' ? offerBehind(deps, link) : undefined;
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
