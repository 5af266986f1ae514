import { MACHINE } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { isWithinWorkingHours, nextWorkingDay, workingMorning, workingMorningAfter } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { escalates } from './task.ts';

/** Why a case was parked that no one decided, in spite of every reminder. */
export const NOBODY_DECIDED = 'NOBODY_DECIDED';

/** Days between one telling of people and the next, for as long as the case is parked. */
const EVERY_DAYS = 7;

/** How many tellings of the team come to one of the referrer: the first, and then about one in four weeks. */
const REFERRER_EVERY = 4;

/** What is due for a parked case: its first telling has yet to be planned, or people are to be told. */
export type ParkedDue = 'TO_PLAN' | 'TO_TELL';

/** Whether a fault holds the case up, so that an operator must start it again. */
export function isStuck({ parked }: Pick<Case, 'parked'>): boolean {
  return parked !== null && parked.why !== NOBODY_DECIDED;
}

/**
 * What is due for a parked case at this moment; undefined where it is none, was decided, or is started again by the
 * sweeper.
 */
export function parkedDue(theCase: Case, now: string, policy: Policy): ParkedDue | undefined {
  const { parked, task } = theCase;
  if (!parked || parked.restartAt !== undefined || task?.decision) return undefined;
  if (tellAt(parked, policy) <= now) return 'TO_TELL';
  return parked.tellAt === undefined ? 'TO_PLAN' : undefined;
}

/** The parked case with the instant at which people are first told of it. */
export function tellingPlanned(theCase: Case, moment: Moment, policy: Policy): Case {
  const { parked } = theCase;
  if (!parked) return theCase;
  return applyChange(theCase, moment, {
    parked: { ...parked, tellAt: tellAt(parked, policy) },
    moveBy: theCase.moveBy,
  });
}

/** The parked case once people were told of it: they are told again a week later, in a working morning. */
export function toldOfParked(theCase: Case, moment: Moment, policy: Policy): Case {
  const { parked } = theCase;
  if (!parked) return theCase;
  const told = (parked.told ?? 0) + 1;
  const next = workingMorningAfter(moment.now, EVERY_DAYS, policy);
  const event = { event: 'STILL_PARKED', by: MACHINE, why: parked.why } as const;
  return applyChange(theCase, moment, { parked: { ...parked, told, tellAt: next }, moveBy: theCase.moveBy }, event);
}

/** Whether the referrer is among those who are to be told this time. */
export function tellsReferrer({ parked }: Pick<Case, 'parked'>): boolean {
  return (parked?.told ?? 0) % REFERRER_EVERY === 0;
}

/**
 * What the referrer is told anew of a referral that no one decided, where they were told before: whether it is their second
 * email about it, and in how many weeks the next one goes. Undefined at the first.
 */
export function delayedAgain({ task, parked }: Pick<Case, 'task' | 'parked'>) {
  if (!task || parked?.why !== NOBODY_DECIDED) return undefined;
  const told = parked.told ?? 0;
  // The first went with the reminder that asked the service manager too.
  const before = (escalates(task) ? 1 : 0) + Math.floor(told / REFERRER_EVERY);
  return before === 0 ? undefined : { isSecond: before === 1, weeks: (REFERRER_EVERY * EVERY_DAYS) / 7 };
}

/**
 * Whether the family is told that a fault delays their referral: from triage on, since they know of it from then on, until
 * they are told how it ended or that the child is on a list.
 */
export function familyHearsOfDelay(theCase: Case): boolean {
  const { triageSince, status, wroteOfEnd } = theCase;
  return isStuck(theCase) && triageSince !== undefined && status !== 'ON_WAITING_LIST' && wroteOfEnd === undefined;
}

/**
 * A wait that ended undecided is told straight away, within working hours. Of a fault the operator has an alarm: people
 * are told only if it lasts into the next working day.
 */
function tellAt({ at, why, tellAt: planned }: NonNullable<Case['parked']>, policy: Policy): string {
  if (planned !== undefined) return planned;
  const isNow = why === NOBODY_DECIDED && isWithinWorkingHours(at, policy);
  return isNow ? at : workingMorning(nextWorkingDay(londonDateOf(at), policy), policy);
}
