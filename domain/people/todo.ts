import * as z from 'zod';
import type { Row } from '../process/rows.ts';
import { isReference } from '../values/reference.ts';
import { openCode, stored } from '../values/stored.ts';
import { type Actor, actorSchema } from './actor.ts';
import { personCode, personIdIn } from './code.ts';
import { deciders, type Staff } from './on-duty.ts';
import type { Person } from './person.ts';

const todoKindSchema = z.enum([
  'TELL_IN_PERSON',
  'CONFIRM_BAND',
  'PRINT_LETTER',
  'LOOK_AGAIN',
  'ANSWER_COMPLAINT',
  'LOOK_AT_DUPLICATE',
  'TELL_OF_DEATH',
  'CONFIRM_WITHDRAWAL',
  'WRITE_UP',
  'SECOND_PERSON',
  'LOOK_AT_DECISION',
  'CONFIRM_CHANNEL',
  'SEE_STOP',
  'AFTER_MISSED',
  'RING_FAMILY',
  'REVIEW_WAIT',
  'ANSWER_FAMILY',
  'DECIDE_EXTENSION',
  'LOOK_AT_MISSED',
  'LOOK_AT_BLOCK',
  'LOOK_AT_SAFE_PLACE',
  'CHECK_CONTACT',
]);
export type TodoKind = z.infer<typeof todoKindSchema>;

const ROLE = 'ROLE:';
/** Whom a TODO of everyone who decides falls to, and one of the service managers. */
export const TRIAGERS = 'ROLE:TRIAGER';
export const MANAGERS = 'ROLE:SERVICE_MANAGER';
/** Whom a TODO of those who print and post letters falls to. */
export const PRINTERS = 'ROLE:ADMINISTRATOR';

/**
 * Something that people must do beside the task for which a workflow waits: an item of its own, so that neither ever blocks
 * the other. `for` is the code of a person, or `ROLE:` and a role. It is open until it is done.
 */
export const todoSchema = stored({
  reference: z.string(),
  id: z.string(),
  version: z.int().min(1),
  kind: openCode(todoKindSchema),
  for: z.string(),
  /** The code of the colleague to whom it was handed over. Those of whom it is asked can do it still. */
  heldBy: z.string().optional(),
  /** A code; what was typed stays in the case. */
  why: z.string(),
  openedAt: z.iso.datetime(),
  due: z.iso.datetime(),
  /** How often staff were reminded, and when they are next. */
  reminded: z.int().min(1).optional(),
  remindAt: z.iso.datetime().optional(),
  /** `on`: the day on which a letter was posted. `why`: the service ended it, as a code. */
  done: stored({
    at: z.iso.datetime(),
    by: actorSchema,
    why: z.string().optional(),
    on: z.string().optional(),
  }).optional(),
});
export type Todo = z.infer<typeof todoSchema>;

/** What it takes to ask for something. The same cause is asked for once, however often this is stored. */
export interface NewTodo {
  readonly reference: string;
  readonly kind: TodoKind;
  /** Letters and digits: what made it necessary, such as the number of a notice. */
  readonly cause: string;
  readonly for: string;
  readonly why: string;
  readonly openedAt: string;
  readonly due: string;
}

/** The first version of a TODO, under the id that its cause gives it. */
export function newTodo({ cause, ...asked }: NewTodo): Todo {
  return { ...asked, id: todoId(asked.reference, { ...asked, cause }), version: 1 };
}

/** The id that a cause gives a TODO of this kind. */
export function todoId(reference: string, { kind, cause }: Pick<NewTodo, 'kind' | 'cause'>): string {
  return `${reference}-${kind}-${cause}`;
}

/** The reference of the case to which a TODO of this id belongs; undefined for what cannot be the id of one. */
export function referenceOfTodo(id: string): string | undefined {
  const [, reference = ''] = /^(\w+)-[A-Z]+(?:_[A-Z]+)*-\w+$/.exec(id) ?? [];
  return isReference(reference) ? reference : undefined;
}

/** Whether this is the id of a TODO of this case, and not of a task or a hand-over. */
export function isTodoId(reference: string, id: string): boolean {
  return id.startsWith(`${reference}-`) && /^[A-Z]+(?:_[A-Z]+)*-\w+$/.test(id.slice(reference.length + 1));
}

/** The next version of a TODO, done, or ended by the service for the reason of a code. Undefined when someone was first. */
export function todoDone(todo: Todo, at: string, by: Actor, why?: string): Todo | undefined {
  const done = { at, by, ...(why === undefined ? {} : { why }) };
  return todo.done ? undefined : { ...todo, version: todo.version + 1, done };
}

/** The next version of a TODO that this colleague takes over. Undefined once it is done, and where they have it already. */
export function todoHandedOn(todo: Todo, to: Pick<Person, 'id'>): Todo | undefined {
  const heldBy = personCode(to);
  return todo.done || todo.heldBy === heldBy ? undefined : { ...todo, version: todo.version + 1, heldBy };
}

/** The next version of a TODO that is to be done after all: its links open it again. Undefined while it is open. */
export function todoReopened({ done, ...todo }: Todo): Todo | undefined {
  return done && { ...todo, version: todo.version + 1 };
}

/**
 * Whether it falls to this person: to them by id, to who took it over, to everyone in one of their roles, and to who stands in for those today.
 * What falls to the triagers or to those who print letters falls to the service managers too, who oversee it.
 */
export function fallsTo(
  todo: Pick<Todo, 'for' | 'heldBy'>,
  person: Person,
  staff: Pick<Staff, 'triagers' | 'managers'>,
): boolean {
  if (todo.heldBy === personCode(person)) return true;
  if (todo.for === personCode(person) || person.roles.some((role) => todo.for === `${ROLE}${role}`)) return true;
  const isOfManagers = todo.for === MANAGERS || todo.for === PRINTERS;
  const asked = todo.for === TRIAGERS ? deciders(staff) : isOfManagers ? staff.managers : [];
  return asked.some(({ id }) => id === person.id);
}

/** The queue of the person or team that must do it. */
export function todoQueue(whom: string): string {
  return `TODO#${whom}`;
}

/** Whom a TODO is asked of that no one in particular is asked of. */
export const ROLE_QUEUES: readonly string[] = [MANAGERS, TRIAGERS, PRINTERS].map(todoQueue);

/** What a queue shows of a TODO. */
export function todoRow(todo: Todo): Row {
  const { id, kind, why, due, openedAt, heldBy } = todo;
  const claimedBy = heldBy === undefined ? undefined : personIdIn(heldBy);
  return { kind, why, taskId: id, due, waitingSince: openedAt, for: todo.for, ...(claimedBy ? { claimedBy } : {}) };
}
