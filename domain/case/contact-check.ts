import type { Actor } from '../people/actor.ts';
import { newTodo, type Todo, TRIAGERS, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingMorningAfter } from '../values/working-days.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

const KIND = 'CHECK_CONTACT';
/** How long the team has, in working days. Source: local choice. */
const DAYS = 2;
const causeOf = (at: string) => at.replace(/\W/g, '');

interface Said {
  readonly by: Actor;
  readonly reason: string;
}

/**
 * The case with the team asked to check how its people are reached, by someone who does not read that. The referral is not
 * changed. Undefined while they are asked already.
 */
export function contactCheckAsked(theCase: Case, moment: Moment, { by, reason }: Said): Case | undefined {
  const { contactCheck } = theCase;
  if (contactCheck && !contactCheck.done) return undefined;
  const patch = { contactCheck: { at: moment.now, by, reason }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'CONTACT_CHECK_ASKED', by, text: reason });
}

/** The case once someone in the team has checked it, once. Undefined where a TODO asks nothing any more. */
export function contactChecked(
  theCase: Case,
  moment: Moment,
  { by, reason, todo }: Said & { readonly todo: Pick<Todo, 'id'> },
): Case | undefined {
  const { contactCheck } = theCase;
  if (!contactCheck || !isContactToCheck(theCase, todo)) return undefined;
  const patch = { contactCheck: { ...contactCheck, done: { at: moment.now, by } }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'CONTACT_CHECKED', by, text: reason });
}

/** Asks the team to check it as it was asked at this instant. */
export function contactTodo(reference: string, askedAt: string, calendar: WorkingCalendar): Todo {
  const asked = { reference, kind: KIND, cause: causeOf(askedAt), for: TRIAGERS, why: 'CONTACT' } as const;
  return newTodo({ ...asked, openedAt: askedAt, due: workingMorningAfter(askedAt, DAYS, calendar) });
}

/** Whether what a TODO asks about was asked last, and no one has checked it. */
export function isContactToCheck({ reference, contactCheck }: Case, { id }: Pick<Todo, 'id'>): boolean {
  if (!contactCheck || contactCheck.done) return false;
  return todoId(reference, { kind: KIND, cause: causeOf(contactCheck.at) }) === id;
}
