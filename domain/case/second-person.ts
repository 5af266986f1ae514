import { type Actor, actorInWords } from '../people/actor.ts';
import { personCode } from '../people/code.ts';
import { MANAGERS, newTodo, type Todo, todoId } from '../people/todo.ts';
import type { Moment } from '../process/process.ts';
import { londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays, workingMorning } from '../values/working-days.ts';
import type { Case, Decision } from './case.ts';
import { applyChange } from './change.ts';

/** How long the second person has to ask for another look, and the service manager to look, in working days. Local choice. */
const ASK_WORKING_DAYS = 20;
const LOOK_WORKING_DAYS = 5;
const KIND = 'SECOND_PERSON';

/** Tells one decision from another on the same case. */
const causeOf = ({ decidedAt }: Pick<Decision, 'decidedAt'>) => decidedAt.replace(/\D/g, '');

/** The decision of the open task that names a second person of the team; undefined where there is none. */
export function decidedWithSecond({ task }: Pick<Case, 'task'>): Decision | undefined {
  return task?.decision?.second?.person === undefined ? undefined : task.decision;
}

/** The code of the second person, and the id of what they are shown; undefined where the open decision has none. */
export function secondOf(theCase: Case): { readonly code: string; readonly todoId: string } | undefined {
  const decision = decidedWithSecond(theCase);
  const person = decision?.second?.person;
  if (!decision || person === undefined) return undefined;
  return {
    code: personCode({ id: person }),
    todoId: todoId(theCase.reference, { kind: KIND, cause: causeOf(decision) }),
  };
}

/** What the second person is shown of the open decision. They need not do anything; it ends by itself. */
export function secondTodo(theCase: Case, calendar: WorkingCalendar): Todo | undefined {
  const decision = decidedWithSecond(theCase);
  const second = secondOf(theCase);
  if (!decision || !second) return undefined;
  const asked = { kind: KIND, cause: causeOf(decision), for: second.code, why: 'DECIDED' } as const;
  const { decidedAt: openedAt } = decision;
  return newTodo({
    ...asked,
    reference: theCase.reference,
    openedAt,
    due: dueAt(openedAt, ASK_WORKING_DAYS, calendar),
  });
}

/** The decision that this TODO is about, settled or not; undefined once it was undone. */
export function decisionOfTodo({ task, decisions }: Pick<Case, 'task' | 'decisions'>, { id }: Pick<Todo, 'id'>) {
  const all: Decision[] = [...(task?.decision ? [task.decision] : []), ...decisions];
  return all.find((decision) => id.endsWith(`-${causeOf(decision)}`));
}

/** The case with what the second person asks to be looked at again. Undefined where they have asked that before. */
export function secondLookAsked(
  theCase: Case,
  moment: Moment,
  { todo, words, by }: { readonly todo: string; readonly words: string; readonly by: Actor },
): Case | undefined {
  if (theCase.secondLook?.todo === todo) return undefined;
  const patch = { secondLook: { todo, words, by, at: moment.now }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'SECOND_LOOK_ASKED', by, text: words });
}

/** What a service manager is to look at again. */
export function secondLookTodo({ reference, id }: Todo, now: string, calendar: WorkingCalendar): Todo {
  const cause = id.slice(id.lastIndexOf('-') + 1);
  const asked = { kind: 'LOOK_AT_DECISION', cause, for: MANAGERS, why: 'ASKED' } as const;
  return newTodo({ ...asked, reference, openedAt: now, due: dueAt(now, LOOK_WORKING_DAYS, calendar) });
}

/** The id of that TODO; undefined where no second person asked. */
export function secondLookTodoId({ reference, secondLook }: Case): string | undefined {
  const cause = secondLook?.todo.slice(secondLook.todo.lastIndexOf('-') + 1);
  return cause === undefined ? undefined : todoId(reference, { kind: 'LOOK_AT_DECISION', cause });
}

/** The case with what came of it. Undefined unless someone asked and no one has answered. */
export function secondLookTaken(theCase: Case, moment: Moment, words: string, by: Actor): Case | undefined {
  const { secondLook, moveBy } = theCase;
  if (!secondLook || secondLook.lookedAt !== undefined) return undefined;
  const patch = { secondLook: { ...secondLook, lookedAt: moment.now }, moveBy };
  return applyChange(theCase, moment, patch, { event: 'SECOND_LOOK_TAKEN', by, text: words });
}

/** Who asked, in words for staff. */
export function askedBy({ secondLook }: Pick<Case, 'secondLook'>): string {
  return secondLook ? actorInWords(secondLook.by) : '';
}

function dueAt(at: string, days: number, calendar: WorkingCalendar): string {
  return workingMorning(addWorkingDays(londonDateOf(at), days, calendar), calendar);
}
