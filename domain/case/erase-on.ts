import { CANARY_DAYS, isCanary } from '../canary/mark.ts';
import type { Policy } from '../service/policy.ts';
import type { Retention } from '../service/retention.ts';
import { supportDueAt } from '../support/index-keys.ts';
import type { Support } from '../support/support.ts';
import { addDays, addMonths, londonDateOf } from '../values/dates.ts';
import { weekdayOf } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { isOpen } from './codes.ts';
import { caseDueAt, listKeyOf, workKeyOf } from './index-keys.ts';
import { type KeptAs, keptAs, NOT_AGREED } from './kept-as.ts';
import { isHeld } from './legal-hold.ts';
import { openLookAgain } from './look-again.ts';

/** What decides when a record may go. */
export interface Kept {
  readonly theCase: Case;
  readonly support: Support | undefined;
  /** The date of birth in the referral; undefined where it cannot be read. */
  readonly dob: string | undefined;
  /** What people are still asked to do about it, by kind. */
  readonly openTodos: readonly string[];
}

/** The numbers of the rules and of the deployment. */
export interface Periods {
  readonly policy: Pick<Policy, 'eraseNotAgreedDays'>;
  readonly retention: Retention;
}

/**
 * How long a decision to erase rests, in days: until the lists of two nights were balanced, and so that a mistake can be undone.
 */
const AFTER_REQUEST_DAYS = 2;

/**
 * The first local day on which nothing of a record need be kept, and as what it was kept until then. It is never before the last
 * change, but of the canary, which goes wherever its walk stands. Undefined means never: it is open or on legal hold, something is left to do, or its outcome or the date of birth is not known.
 */
export function eraseOn(
  kept: Kept,
  { policy, retention }: Periods,
): { on: string; as: KeptAs | 'REQUEST' | 'CANARY' } | undefined {
  const { theCase, support, dob } = kept;
  if (isCanary(theCase))
    return { as: 'CANARY', on: sundayFrom(addDays(londonDateOf(theCase.receivedAt), CANARY_DAYS)) };
  if (isOpen(theCase.status) || isHeld(theCase) || isLeft(kept)) return undefined;
  const last = lastChange(theCase, support);
  if (theCase.erasure?.decision === 'ERASE') return { as: 'REQUEST', on: addDays(last, AFTER_REQUEST_DAYS) };
  const as = keptAs(theCase, support);
  if (as === undefined) return undefined;
  const afterYears = addMonths(last, retention.notAcceptedYears * 12);
  if (as === 'NOT_AGREED') return { as, on: addDays(last, policy.eraseNotAgreedDays) };
  if (as === 'NOT_ACCEPTED') return { as, on: afterYears };
  if (dob === undefined) return undefined;
  const births = [dob, ...(theCase.birthDates ?? []).flatMap(({ from, on }) => [from, on])];
  const birthdays = births.map((one) => addMonths(one, retention.acceptedUntilAge * 12));
  return { as, on: latest([...birthdays, afterYears]) };
}

/** This day, or the Sunday after it. On a Sunday everything is read in any case, so that one canary a day costs nothing more. */
function sundayFrom(day: string): string {
  return weekdayOf(day) === 'SUNDAY' ? day : sundayFrom(addDays(day, 1));
}

/** Whether anything is left to do, for a person or for the service: then nothing of it goes. */
function isLeft({ theCase, support, openTodos }: Kept): boolean {
  const owed = [caseDueAt(theCase), workKeyOf(theCase), listKeyOf(theCase), openLookAgain(theCase)];
  const asked = (theCase.familyAsks ?? []).some(({ answer }) => answer === undefined);
  const isDone = theCase.next === 'DONE' && theCase.parked === null && theCase.task === null;
  return (
    openTodos.some((kind) => !mayWait(theCase, kind)) ||
    asked ||
    !isDone ||
    owed.some((one) => one !== undefined) ||
    isRunning(support)
  );
}

/** That a computer stopped it for want of agreement is to be seen within its period: no one may hold the data by not looking. */
function mayWait({ outcome }: Case, kind: string): boolean {
  return kind === 'SEE_STOP' && outcome === NOT_AGREED;
}

function isRunning(support: Support | undefined): boolean {
  if (support === undefined) return false;
  return support.status !== 'ENDED' || support.parked !== null || supportDueAt(support) !== undefined;
}

function lastChange(theCase: Case, support: Support | undefined): string {
  return latest([theCase.updatedAt, ...(support ? [support.updatedAt] : [])].map(londonDateOf));
}

function latest(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}
