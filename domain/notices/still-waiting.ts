import type { Case } from '../case/case.ts';
import { isOpen } from '../case/codes.ts';
import { hasDied } from '../case/death.ts';
import { addMonthsClamped, plainDate } from '../values/dates.ts';
import type { Addressees } from './addressees.ts';
import { type NoticeKind, noticeIdOf } from './notice.ts';
import { ownReferenceFor } from './own-reference.ts';
import type { Owed } from './plan.ts';

const KIND: NoticeKind = 'REFERRER_STILL_WAITING';

/** The first days of a quarter on which referrers are written to: more than one, so that a run that failed is made up for. */
const DAYS = 7;
/** A child who was accepted less than this before a quarter began is news to no one, in months. */
const RECENT_MONTHS = 1;

export interface Quarter {
  /** Such as `2027Q1`. */
  readonly name: string;
  /** Its first local date. */
  readonly from: string;
}

/** The quarter of the year that has just begun on this local date; undefined on later days of it. */
export function quarterBegun(today: string): Quarter | undefined {
  const [year = '', month = '', day = ''] = today.split('-');
  if (Number(day) > DAYS || Number(month) % 3 !== 1) return undefined;
  return { name: `${year}Q${(Number(month) + 2) / 3}`, from: `${year}-${month}-01` };
}

/** Whether the referrer of a child who was accepted on this local date hears of the wait with this quarter. */
export function isToldIn({ from }: Quarter, acceptedOn: string): boolean {
  return acceptedOn <= addMonthsClamped(from, -RECENT_MONTHS);
}

/** The email that a referrer is owed for a quarter: one for all their children. */
export function stillWaitingOwed({ name }: Quarter): Owed {
  return { id: noticeIdOf(KIND, 'REFERRER', name), kind: KIND, to: 'REFERRER' };
}

/** Whether an entry of the ledger is such an email, which is about several cases. */
export function isOfSeveral({ kind }: { readonly kind: string }): boolean {
  return kind === KIND;
}

/** Whether this child waits, also with an offer that is open. The place is in the case as it is to be told. */
export function isStillWaiting(theCase: Case): boolean {
  return isOpen(theCase.status) && theCase.list !== null && !hasDied(theCase);
}

/** What the email says of one child: the reference, the list and dates, and no name. */
export interface StillWaiting {
  readonly reference: string;
  readonly pathway: string;
  readonly acceptedOn: string;
  readonly targetOn: string;
  /** The target date has passed. */
  readonly isLate: boolean;
  /** The referrer's own reference, where it may stand in an email. */
  readonly own: string | null;
}

/** The same of a case on a list, on this local date. */
export function stillWaitingFacts(theCase: Case, referral: Addressees, today: string): StillWaiting[] {
  const { reference, list } = theCase;
  if (!list) return [];
  const { pathway, acceptedOn, targetOn } = list;
  return [
    {
      ...{ reference, pathway, acceptedOn: plainDate(acceptedOn), targetOn: plainDate(targetOn) },
      isLate: targetOn < today,
      own: ownReferenceFor('REFERRER', referral, theCase),
    },
  ];
}
