import * as z from 'zod';
import { stopSeen } from '#domain/case/stop-seen.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { blankableText } from '#domain/referral/text.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { askForStaff, type LookAgainDeps } from '../intake/ask-to-look-again.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoResult } from './tell-in-person.ts';

const LONGEST_NOTE = 2000;

/** The rule of each fault of what staff write about a stop. */
export const stopFaults = {
  NOTE_MISSING: 'missing',
  NOTE_TOO_LONG: 'too-long',
  NOTE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type StopFault = keyof typeof stopFaults;

const seenSchema = z
  .object({
    note: blankableText(LONGEST_NOTE, { tooLong: 'NOTE_TOO_LONG', unprintable: 'NOTE_UNPRINTABLE' }),
    /** The service manager is to check it again, for the reason in the note. */
    asks: z.boolean(),
  })
  .refine(({ note, asks }) => note !== '' || !asks, { error: 'NOTE_MISSING' satisfies StopFault, path: ['note'] });

export type SeeStop = (todo: Todo, by: Actor, typed: z.input<typeof seenSchema>) => Promise<TodoResult<StopFault>>;

/**
 * Enters that a person has seen that the rules ended a case, once, and has the service manager check it again where they ask
 * for that. It stands in the case before the TODO is done, so that entering it again after a crash finishes it.
 */
export function seeStop(deps: LookAgainDeps): SeeStop {
  return async (todo, by, typed) => {
    const read = readCommand(seenSchema, stopFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { note, asks } = read.command;
    const { reference, id } = todo;
    if (asks) await askForStaff(deps, reference, { words: note, by, from: 'STAFF' });
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, reference, (current) =>
      stopSeen(current, moment, { by, todo: id, note: asks ? '' : note }),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
