import { readFamily } from '#application/read-family.ts';
import type { Case } from '#domain/case/case.ts';
import { placeOfPage } from '#domain/case/family-page.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Link } from '#domain/people/link.ts';
import { holderOfCode } from '#domain/people/page-code.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { pageOfAdult } from '#domain/safe-contact/family-page.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { FamilyLinkDeps } from './family-link-deps.ts';

/** The page of one adult as it stands, read to check an answer or to be shown. */
export interface FamilyPageSeen {
  readonly theCase: Case;
  readonly stored: StoredReferral;
  readonly facts: FamilyFacts;
  /** The place of the adult in the referral, from 0. */
  readonly place: number;
  readonly page: string;
  /** Whether towns, venues and times of visits may stand on it: a person agreed it with this adult. */
  readonly showsPlaces: boolean;
}

/**
 * The page that a link or a session is about, read consistently; undefined once it is closed, its agreement has ended, or the
 * email with the link went to an address that may be written to no more.
 */
export async function pageBehind(
  deps: FamilyLinkDeps,
  { reference, taskId = '', mailbox }: Pick<Link, 'reference' | 'taskId' | 'mailbox'>,
): Promise<FamilyPageSeen | undefined> {
  const place = placeOfPage(taskId);
  if (place === undefined) return undefined;
  const [theCase, stored] = await Promise.all([deps.cases.readCase(reference), deps.referrals.readReferral(reference)]);
  if (!theCase || !stored) return undefined;
  const facts = await readFamily(deps, theCase, addresseesOf(stored.body));
  const page = pageOfAdult(place, theCase, facts);
  if ('whyNot' in page || page.id !== taskId || !isStillTheirs(mailbox, place, facts)) return undefined;
  return { theCase, stored, facts, place, page: page.id, showsPlaces: page.showsPlaces };
}

/** A printed code went into a hand or by post: no mailbox has to be theirs still. */
function isStillTheirs(mailbox: string, place: number, facts: FamilyFacts): boolean {
  if (mailbox.startsWith(holderOfCode(''))) return true;
  const way = wayTo(place, 'EMAIL', facts);
  return 'address' in way && sameMailbox(way.address, mailbox);
}
