import type { Case } from '../case/case.ts';
import { silentIn } from '../case/joint.ts';
import type { Todo } from '../people/todo.ts';
import { londonDateOf, plainDate } from '../values/dates.ts';

/** Whether who decided chose that each referrer hears of the other referral: of this one, or of the last that was joined to it. */
export function tellsOfOther({ duplicateOf, decisions, joined = [] }: Case): boolean {
  return (duplicateOf === null ? joined : decisions).at(-1)?.tellsOfOther === true;
}

/** Who asked the team to check again, and whether the case was reopened for it. */
export function lookAgainFacts({ from, answer }: NonNullable<Case['lookAgain']>) {
  return { from: from ?? 'REFERRER', reopens: answer?.reopens === true };
}

/** What is still to be done, as a code, and until when it was to be. */
export function todoFacts({ kind, due }: Pick<Todo, 'kind' | 'due'>) {
  return { kind, dueOn: plainDate(londonDateOf(due)) };
}

/** How a decision with other services stands: that it was taken, and for how many of them the manager waits. */
export function jointFacts({ joint }: Pick<Case, 'joint'>) {
  return joint
    ? { isDecided: joint.decision !== undefined, hasLeft: joint.ended?.why === 'LEFT', silent: silentIn(joint).length }
    : null;
}

/** The days of a referral that another service may read. */
export function sharedDays({ shared }: Case) {
  if (!shared) return null;
  const day = (at: string | undefined) => (at === undefined ? null : plainDate(londonDateOf(at)));
  return { agreedOn: day(shared.agreedAt), openedOn: day(shared.openedAt) };
}
