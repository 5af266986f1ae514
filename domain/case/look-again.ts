import type { Actor } from '../people/actor.ts';
import { newTodo, type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { isOpen } from './codes.ts';
import { hasDied } from './death.ts';
import { isSuspicious } from './suspicion.ts';

/** How long staff have to read what was sent and to answer it, in working days. Source: local choice. */
export const ANSWER_WORKING_DAYS = 5;

type LookAgain = NonNullable<Case['lookAgain']>;

/** What is asked: the words, who entered them, and for whom where that was a member of staff. */
export type AskedAgain = Pick<LookAgain, 'words' | 'by' | 'from'>;

/** Whether the team may be asked to check a case again: once it has ended, however it did. */
export function mayAskAgain(theCase: Case): boolean {
  return !isOpen(theCase.status) && !hasDied(theCase) && !isSuspicious(theCase);
}

/** What is asked and no one has answered; undefined while there is nothing. */
export function openLookAgain({ lookAgain }: Pick<Case, 'lookAgain'>): Case['lookAgain'] {
  return lookAgain?.answer === undefined ? lookAgain : undefined;
}

/** The case with what is asked in it, closed as before. Undefined while something waits for an answer, or it may not be asked. */
export function lookAgainAsked(theCase: Case, moment: Moment, { words, by, from }: AskedAgain): Case | undefined {
  if (!mayAskAgain(theCase) || openLookAgain(theCase)) return undefined;
  const entered = from === undefined ? {} : { from };
  const patch = { lookAgain: { at: moment.now, by, words, ...entered }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'LOOK_AGAIN_ASKED', by, text: words, ...entered });
}

/** What a person answers, on which day, and whether they reopen the case with it. */
export interface AnsweredAgain {
  readonly words: string;
  readonly on: string;
  readonly by: Actor;
  readonly todo: string;
  readonly reopens?: boolean;
}

/** The case with what a person answered, closed as before. Undefined unless this very TODO asks for it still. */
export function lookAgainAnswered(
  theCase: Case,
  moment: Moment,
  { words, on, by, todo, reopens = false }: AnsweredAgain,
): Case | undefined {
  const asked = openLookAgain(theCase);
  if (!asked || lookAgainTodoId(theCase) !== todo) return undefined;
  const patch = { lookAgain: { ...asked, answer: { at: moment.now, by, on, words, reopens } }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'LOOK_AGAIN_ANSWERED', by, on, text: words });
}

const KIND = 'LOOK_AGAIN';

/** Whether this TODO asks for what was asked last, and it was answered. */
export function isAnsweredBy(theCase: Pick<Case, 'reference' | 'lookAgain'>, todo: string): boolean {
  return lookAgainTodoId(theCase) === todo && theCase.lookAgain?.answer !== undefined;
}

/** The id of the TODO of what was asked last; undefined where no one ever asked. */
export function lookAgainTodoId({ reference, lookAgain }: Pick<Case, 'reference' | 'lookAgain'>): string | undefined {
  return lookAgain && todoId(reference, { kind: KIND, cause: markOf(lookAgain.at) });
}

/** What a service manager is to do about what is asked at this instant. */
export function lookAgainTodo(reference: string, at: string, calendar: WorkingCalendar): Todo {
  const due = workingMorning(addWorkingDays(londonDateOf(at), ANSWER_WORKING_DAYS, calendar), calendar);
  const asked = { kind: KIND, cause: markOf(at), for: 'ROLE:SERVICE_MANAGER', why: 'ASKED' } as const;
  return newTodo({ ...asked, reference, openedAt: at, due });
}

/** Tells what is asked from what was answered before. */
function markOf(at: string): string {
  return at.replace(/\D/g, '');
}
