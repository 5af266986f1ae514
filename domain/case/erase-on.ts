import type { Policy } from '../service/policy.ts';
import type { Retention } from '../service/retention.ts';
import { supportDueAt } from '../support/index-keys.ts';
import type { Support } from '../support/support.ts';
import { addDays, addMonths, londonDateOf } from '../values/dates.ts';
import type { Case } from './case.ts';
import { caseDueAt, listKeyOf, workKeyOf } from './index-keys.ts';
import { type KeptAs, keptAs } from './kept-as.ts';
import { isHeld } from './legal-hold.ts';
import { openLookAgain } from './look-again.ts';

/** What decides when a record may go. */
export interface Kept {
  readonly theCase: Case;
  readonly support: Support | undefined;
  /** The date of birth in the referral; undefined where it cannot be read. */
  readonly dob: string | undefined;
  /** Whether anyone is still asked to do something about it. */
  readonly hasOpenTodos: boolean;
}

/** The numbers of the rules and of the deployment. */
export interface Periods {
  readonly policy: Pick<Policy, 'eraseNotAgreedDays'>;
  readonly retention: Retention;
}

/**
 * The first local day on which nothing of a record need be kept, and as what it was kept until then. It is never before the last
 * change. Undefined means never: it is open or on legal hold, something is left to do, or its outcome or the date of birth is not known.
 */
export function eraseOn(kept: Kept, { policy, retention }: Periods): { on: string; as: KeptAs } | undefined {
  const { theCase, support, dob } = kept;
  const as = keptAs(theCase, support);
  if (as === undefined || isHeld(theCase) || isLeft(kept)) return undefined;
  const last = lastChange(theCase, support);
  const afterYears = addMonths(last, retention.notAcceptedYears * 12);
  if (as === 'NOT_AGREED') return { as, on: addDays(last, policy.eraseNotAgreedDays) };
  if (as === 'NOT_ACCEPTED') return { as, on: afterYears };
  if (dob === undefined) return undefined;
  const births = [dob, ...(theCase.birthDates ?? []).flatMap(({ from, on }) => [from, on])];
  const birthdays = births.map((one) => addMonths(one, retention.acceptedUntilAge * 12));
  return { as, on: latest([...birthdays, afterYears]) };
}

/** Whether anything is left to do, for a person or for the service: then nothing of it goes. */
function isLeft({ theCase, support, hasOpenTodos }: Kept): boolean {
  const owed = [caseDueAt(theCase), workKeyOf(theCase), listKeyOf(theCase), openLookAgain(theCase)];
  const asked = (theCase.familyAsks ?? []).some(({ answer }) => answer === undefined);
  const isDone = theCase.next === 'DONE' && theCase.parked === null && theCase.task === null;
  return hasOpenTodos || asked || !isDone || owed.some((one) => one !== undefined) || isRunning(support);
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
