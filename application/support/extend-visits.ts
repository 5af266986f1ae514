import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { hasRole, type Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { type ExtensionRefused, extensionAsked, extensionDecided } from '#domain/support/extension.ts';
import type { Support } from '#domain/support/support.ts';
import { extensionOfTodo } from '#domain/support/todo-over.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import { changeVisits, type VisitDeps } from './change-visits.ts';

/** The rule of each fault of what is entered about an extension. */
export const extensionFaults = {
  SESSIONS_UNREADABLE: 'not-a-choice',
  AGREED_MISSING: 'not-a-choice',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type ExtensionFault = keyof typeof extensionFaults;

const fault = (code: Exclude<ExtensionFault, ReasonFault>) => code;
const sessions = z
  .string()
  .trim()
  .regex(/^[1-6]$/, fault('SESSIONS_UNREADABLE'))
  .transform(Number);
const askSchema = z.object({ sessions, reason: reasonSchema });
/** How many are agreed, 0 for none. */
const decideSchema = z.object({
  agreed: z
    .string()
    .trim()
    .regex(/^[0-6]$/, fault('AGREED_MISSING'))
    .transform(Number),
  reason: reasonSchema,
});

export type ExtensionResult =
  | { readonly support: Support }
  | { readonly refused: ExtensionRefused; readonly support: Support }
  | { readonly problems: readonly CommandProblem<ExtensionFault>[] };

/** Asks the service manager for further weekly sessions. Asking twice is asking once. */
export function askExtension(deps: VisitDeps) {
  return async (reference: string, typed: z.input<typeof askSchema>, by: Actor): Promise<ExtensionResult> => {
    const read = readCommand(askSchema, extensionFaults, typed);
    if ('problems' in read) return read;
    const { sessions: many, reason: why } = read.command;
    return changeVisits(deps, reference, (found, moment) =>
      extensionAsked(found, moment, { sessions: many, why, by }, deps.policy),
    );
  };
}

/**
 * Decides the extension that a TODO asks about, once. It stands in the support before the TODO is done, so that entering it again
 * after a crash finishes it.
 */
export function decideExtension(deps: VisitDeps & { readonly todos: Pick<TodoStore, 'saveTodo'> }) {
  return async (todo: Todo, person: Person, typed: z.input<typeof decideSchema>): Promise<ExtensionResult> => {
    const read = readCommand(decideSchema, extensionFaults, typed);
    if ('problems' in read) return read;
    const by = actorOf(person);
    const role = hasRole(person, 'SERVICE_MANAGER') ? 'SERVICE_MANAGER' : '';
    const asked = { ...read.command, extension: extensionOfTodo(todo), by, role };
    const result = await changeVisits(deps, todo.reference, (found, moment) =>
      extensionDecided(found, moment, asked, deps.policy),
    );
    if (!('refused' in result) || result.refused === 'NOTHING_ASKED') await finishTodo(deps, todo, by);
    return result;
  };
}
