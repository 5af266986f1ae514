import { newsIn } from '../case/assessment.ts';
import { bouncedEver, bouncedTo, cameBackNow } from '../case/came-back.ts';
import type { Case } from '../case/case.ts';
import { CHECK_IN } from '../case/check-in.ts';
import { PLACE } from '../case/place-told.ts';
import { PLAY } from '../case/play.ts';
import { SCHOOL } from '../case/school.ts';
import { cameBackNth, ENDED, LISTED, REOPENED } from '../case/told.ts';
import { letterTo } from '../safe-contact/letter-to.ts';
import { wayTo } from '../safe-contact/way-to.ts';
import { isOfOffer } from '../support/told.ts';
import type { Addressees } from './addressees.ts';
import type { NoticeKind } from './notice.ts';

/** The positions (from 0) of the parents who get a printed letter because no email may go to them. */
export function inPlaceOfEmail(referral: Addressees): number[] {
  return placesOf(referral).filter(
    (place) => !goes(wayTo(place, 'EMAIL', referral)) && goes(letterTo(place, referral)),
  );
}

/** The same, of how a referral stands: without whose email of it came back, for whom a letter of its own is asked. */
export function firstToPrint(theCase: Case, referral: Addressees): number[] {
  const bounced = bouncedEver(theCase);
  return inPlaceOfEmail(referral).filter((place) => !bounced.includes(place));
}

/** Whether an email to the family came back, and each parent whose email did may get a letter instead. */
export function isPostedAfterBounce({ theCase, referral }: { readonly theCase: Case; readonly referral: Addressees }) {
  const places = bouncedTo(theCase, cameBackNow(theCase));
  return places.length > 0 && places.every((place) => goes(letterTo(place, referral)));
}

/** Whom a letter to print is for now, by what the TODO is about: in place of an email, or of one that came back. */
export function printedFor(why: string, theCase: Case, referral: Addressees): number[] {
  const nth = cameBackNth(why);
  if (why === ENDED || why === LISTED) return firstToPrint(theCase, referral);
  if (nth === undefined) return inPlaceOfEmail(referral);
  return bouncedTo(theCase, nth).filter((place) => goes(letterTo(place, referral)));
}

const printed: readonly NoticeKind[] = [
  'FAMILY_LETTER',
  'FAMILY_ENDED',
  'FAMILY_REOPENED',
  'FAMILY_PLACE',
  'FAMILY_CHECK_IN',
  'FAMILY_SCHOOL',
  'FAMILY_PLAY',
];
const ofVisits: readonly NoticeKind[] = ['ASSESSMENT_MISSED', 'ASSESSMENT_OUTCOME'];

/** Whether a notice of this kind is printed where no email may carry it. */
export function isPrinted(kind: NoticeKind): boolean {
  return kind === 'OFFER' || printed.includes(kind) || ofVisits.includes(kind);
}

/** The words of the letter that a TODO is about: as the email would have had them. */
export function printedKind(why: string, { status }: Pick<Case, 'status'>): NoticeKind {
  const news = newsIn(why);
  if (news) return news === 'MISSED' ? 'ASSESSMENT_MISSED' : 'ASSESSMENT_OUTCOME';
  if (why === REOPENED) return 'FAMILY_REOPENED';
  if (why === CHECK_IN) return 'FAMILY_CHECK_IN';
  if (why === SCHOOL) return 'FAMILY_SCHOOL';
  if (why === PLAY) return 'FAMILY_PLAY';
  if (why === PLACE) return 'FAMILY_PLACE';
  if (isOfOffer(why)) return 'OFFER';
  return status === 'ON_WAITING_LIST' ? 'FAMILY_LETTER' : 'FAMILY_ENDED';
}

function placesOf({ family }: Addressees): number[] {
  return family.parents.map((_, place) => place);
}

function goes(way: ReturnType<typeof wayTo>): boolean {
  return 'address' in way;
}
