import type { Case } from '../case/case.ts';
import { saidOfParent } from '../case/corrected.ts';
import { familyPageId, lastOfPage } from '../case/family-page.ts';
import { basisOf } from './basis.ts';
import { isConfirmed } from './channel.ts';
import type { FamilyFacts, SameChild } from './facts.ts';
import { isFlagged } from './flags.ts';
import { mayBeTold, othersDecide, whyOthersDecide } from './others-decide.ts';
import { whyNoChannel, whyNone } from './way-to.ts';

/** The page that an adult may have today, or the code of why there is none. */
export type PageOfAdult =
  | { readonly id: string; readonly isAgreed: boolean; readonly showsPlaces: boolean }
  | { readonly whyNot: string };

type Pages = Pick<Case, 'familyPages'>;

/**
 * The page of the adult at this place of the referral (from 0). Every link, session, letter and form of it asks this rule when
 * it is used. The other parent may know the date of birth, so it is never enough.
 *
 * Where a flag of safe contact, a protection plan, a looked-after child or an address of a parent's own stands, there is none
 * before a person agreed it with that adult; any change of contacts, flags or responsibility ends that agreement. What staff
 * closed stays closed until a person agrees it again. Only an agreed page may hold a town, a venue or the time of a visit.
 */
export function pageOfAdult(place: number, theCase: Pages, facts: FamilyFacts): PageOfAdult {
  const last = lastOfPage(place, theCase);
  if (last?.what === 'CLOSED') return { whyNot: 'CLOSED' };
  const isAgreed = last?.what === 'AGREED' && last.basis === basisOf(facts);
  const whyNot = whyNone(facts) ?? (isAgreed ? whyNotAgreed(place, facts) : whyNotByItself(place, facts));
  if (whyNot !== undefined) return { whyNot: last && !isAgreed && whyNot === 'NOT_AGREED' ? 'CHANGED' : whyNot };
  return { id: familyPageId(place, theCase), isAgreed, showsPlaces: isAgreed && last.showsPlaces === true };
}

/** Whether a page may be agreed with this adult now, as the code of what speaks against it. */
export function whyNotToAgree(place: number, facts: FamilyFacts): string | undefined {
  return whyNone(facts) ?? whyNotAgreed(place, facts);
}

/** Whether this family has a page only once a person agreed it. */
export function needsAgreement(facts: FamilyFacts): boolean {
  const all = [facts, ...(facts.others ?? [])];
  return isFlagged(facts) || all.some((one) => whyOthersDecide(one) !== undefined || hasOwnAddress(one));
}

/** Whether a parent lives, or gets post, elsewhere than the child, as far as anyone wrote down. */
function hasOwnAddress({ family, home, contacts = [] }: SameChild): boolean {
  const recorded = contacts.filter(({ channel, value }) => channel === 'POST' && value !== '');
  const given = [...family.parents.map(({ address }) => address), ...recorded.map(({ value }) => value)];
  return given.some((address) => address !== undefined && plain(address) !== plain(home?.address ?? ''));
}

const plain = (address: string) => address.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const channels = ['EMAIL', 'POST', 'TELEPHONE'] as const;

function whyNotByItself(place: number, facts: FamilyFacts): string | undefined {
  if (needsAgreement(facts)) return 'NOT_AGREED';
  return whyNoChannel(place, 'POST', facts);
}

/** A person spoke with this adult. Who may not be told, or must not be contacted, has no page all the same. */
function whyNotAgreed(place: number, facts: FamilyFacts): string | undefined {
  const adult = facts.family.parents[place];
  if (!adult) return 'DO_NOT_WRITE';
  if (adult.doNotContact && !channels.some((channel) => isConfirmed(place, channel, facts))) return 'DO_NOT_WRITE';
  if (!mayBeTold(place, facts)) return 'NOT_TO_BE_TOLD';
  // A foster carer has no parental responsibility: staff record that they may be told.
  const isNamed = facts.mayHear?.at(-1)?.told.some((one) => one.place === place) ?? false;
  if (isNamed) return undefined;
  const said = saidOfParent(facts.staffSaid, place);
  if (said && said.holds !== 'YES') return 'STAFF_SAID_NO_RESPONSIBILITY';
  if (adult.parentalResponsibility === false && said?.holds !== 'YES') return 'NO_PARENTAL_RESPONSIBILITY';
  return othersDecide(place, facts);
}
