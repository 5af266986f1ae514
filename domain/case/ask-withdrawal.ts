import { type Actor, actorId } from '../people/actor.ts';
import { newTodo, type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { ClosingGate } from '../support/closing-gate.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { mustBeAsked, withdrawable, withdrawn } from './withdraw.ts';

/** How long staff have to speak with the family, in working days. Source: local choice. */
const WORKING_DAYS = 5;

/** The request that waits for a person to speak with the family; undefined while there is none. */
export function openRequest(theCase: Case): Case['withdrawalAsked'] {
  const asked = theCase.withdrawalAsked;
  return mustBeAsked(theCase) && asked?.answer === undefined ? asked : undefined;
}

/** Whether the family agreed to the withdrawal that stands. */
export function familyAgreed({ status, withdrawalAsked }: Pick<Case, 'status' | 'withdrawalAsked'>): boolean {
  return status === 'WITHDRAWN' && withdrawalAsked?.answer?.isAgreed === true;
}

/** Whether our team withdrew it, because the referrer had asked them to and did not do it by their link. */
export function withdrawnByTeam(theCase: Pick<Case, 'status' | 'withdrawal' | 'withdrawalAsked'>): boolean {
  const { withdrawal } = theCase;
  return withdrawal !== undefined && actorId(withdrawal.by) !== undefined && !familyAgreed(theCase);
}

/** The case with the request in it, still on its list. Undefined while one is open, or where none is needed. */
export function withdrawalAsked(
  theCase: Case,
  moment: Moment,
  { reason, by }: { readonly reason: string; readonly by: Actor },
): Case | undefined {
  if (!mustBeAsked(theCase) || withdrawable(theCase) !== 'YES' || openRequest(theCase)) return undefined;
  return applyChange(
    theCase,
    moment,
    { withdrawalAsked: { at: moment.now, by, reason }, moveBy: theCase.moveBy },
    { event: 'WITHDRAWAL_ASKED', by, text: reason },
  );
}

/** What staff can enter of it. */
export type FamilyAnswer = 'AGREED' | 'KEEP' | 'NOT_REACHED';

type Answered = { readonly words: string; readonly by: Actor; readonly todo: string } & (
  | { readonly said: 'AGREED'; readonly gate: ClosingGate }
  | { readonly said: Exclude<FamilyAnswer, 'AGREED'> }
);

const answerEvents = {
  AGREED: 'WITHDRAWAL_AGREED',
  KEEP: 'WITHDRAWAL_REFUSED',
  NOT_REACHED: 'WITHDRAWAL_NOT_REACHED',
} as const satisfies Record<FamilyAnswer, string>;

/**
 * The case with what the family said: withdrawn for the referrer's reason, or kept on its list, as it is where no one could
 * reach them. `words` says who was spoken to and how. Undefined unless this very TODO asks for it still.
 */
export function withdrawalAnswered(theCase: Case, moment: Moment, answer: Answered): Case | undefined {
  const { said, words, by, todo } = answer;
  const asked = openRequest(theCase);
  if (!asked || withdrawalTodoId(theCase) !== todo || withdrawable(theCase) !== 'YES') return undefined;
  const isAgreed = said === 'AGREED';
  const reached = said === 'NOT_REACHED' ? ({ isReached: false } as const) : {};
  const answered = applyChange(
    theCase,
    moment,
    { withdrawalAsked: { ...asked, answer: { at: moment.now, by, isAgreed, ...reached } }, moveBy: theCase.moveBy },
    { event: answerEvents[said], by, text: words },
  );
  if (answer.said !== 'AGREED') return answered;
  return withdrawn(answered, moment, { reason: asked.reason, by, gate: answer.gate });
}

const KIND = 'CONFIRM_WITHDRAWAL';

/** The id of the TODO of the newest request; undefined where no one ever asked. */
export function withdrawalTodoId({ reference, withdrawalAsked: asked }: Case): string | undefined {
  return asked && todoId(reference, { kind: KIND, cause: markOf(asked.at) });
}

/** What a service manager is asked to do about the newest request. */
export function withdrawalTodo(theCase: Case, calendar: WorkingCalendar): Todo | undefined {
  const { reference, withdrawalAsked: asked } = theCase;
  if (!asked) return undefined;
  const due = workingMorning(addWorkingDays(londonDateOf(asked.at), WORKING_DAYS, calendar), calendar);
  const cause = markOf(asked.at);
  return newTodo({ reference, kind: KIND, cause, for: 'ROLE:SERVICE_MANAGER', why: 'ASKED', openedAt: asked.at, due });
}

/** Tells one request from another that the family refused. */
function markOf(at: string): string {
  return at.replace(/\D/g, '');
}
