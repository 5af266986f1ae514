import * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import { type CameOfCall, isToRing, mayComeOfCall, rung } from '#domain/support/rung.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import type { TodoResult } from '../todos/tell-in-person.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';

const LONGEST = 2000;

/** The rule of each fault of what is entered about a call. */
export const ringFaults = {
  SAID_MISSING: 'not-a-choice',
  WORDS_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type RingFault = keyof typeof ringFaults;

const saids = [
  'ACCEPTED',
  'LATER',
  'DECLINED',
  'NEXT',
  'NOT_NOW',
  'NOT_REACHED',
] as const satisfies readonly CameOfCall[];

const typedSchema = z.object({
  said: z
    .string()
    .trim()
    .pipe(z.enum(saids, { error: 'SAID_MISSING' satisfies RingFault })),
  words: text(LONGEST, { missing: 'WORDS_MISSING', tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' }),
});

/** What went to another child cannot be accepted any more. */
function ringSchema(allowed: readonly CameOfCall[]) {
  return typedSchema.refine(({ said }) => allowed.includes(said), {
    ...{ error: 'SAID_MISSING' satisfies RingFault, path: ['said'] },
  });
}

export interface RingDeps extends Pick<SupportDeps, 'supports' | 'policy' | 'now'> {
  readonly todos: Pick<TodoStore, 'saveTodo'>;
}

/**
 * Enters what came of a call to a family, once: they can then be offered something again. Where an offer is open and no one
 * was reached, the TODO stays open. It stands in the support first, so that entering it again after a crash finishes it.
 */
export function ringFamily(
  deps: RingDeps,
): (todo: Todo, by: Actor, typed: z.input<typeof typedSchema>) => Promise<TodoResult<RingFault>> {
  return async (todo, by, typed) => {
    const support = await deps.supports.readSupport(todo.reference);
    if (!support || !isToRing(support, todo)) {
      await finishTodo(deps, todo, by);
      return { kind: 'ALREADY' };
    }
    const read = readCommand(ringSchema(mayComeOfCall(support)), ringFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current, saved } = await changeSupport(deps.supports, todo.reference, (found) =>
      isToRing(found, todo) ? rung(found, moment, { ...read.command, by }, deps.policy) : undefined,
    );
    if (!isToRing(current, todo)) await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
