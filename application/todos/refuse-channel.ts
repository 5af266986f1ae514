import * as z from 'zod';
import { channelOfTodo, channelRefused, isFirst, refusedTodo } from '#domain/case/safe-channel.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

/** The rule of each fault of saying that a channel is not safe. */
export const refuseFaults = {
  ...reasonFaults,
  SAME_PERSON: 'not-a-choice',
} as const satisfies Record<string, CommandRule>;
export type RefuseFault = keyof typeof refuseFaults;

const refuseSchema = z.object({ reason: reasonSchema });

export interface RefuseChannelDeps extends TodoDeps {
  readonly todos: Pick<TodoStore, 'saveTodo' | 'createTodo'>;
}

type RefuseChannel = (todo: Todo, by: Actor, typed: { reason: string }) => Promise<TodoResult<RefuseFault>>;

/**
 * Enters that a second person found a channel unsafe, and why, once: it can be confirmed no longer. Who recorded it is asked
 * to find another way, before the TODO is done, so that pressing again after a crash finishes it. Refuses who recorded it.
 */
export function refuseChannel(deps: RefuseChannelDeps): RefuseChannel {
  return async (todo, by, typed) => {
    const read = readCommand(refuseSchema, refuseFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const before = await deps.cases.readCase(todo.reference);
    const own = before && channelOfTodo(before, todo);
    if (own && isFirst(own, by)) {
      return { kind: 'INVALID', problems: [{ code: 'SAME_PERSON', path: 'reason', rule: 'not-a-choice', params: {} }] };
    }
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      channelRefused(current, moment, channelOfTodo(current, todo)?.id, { by, reason: read.command.reason }),
    );
    const channel = channelOfTodo(theCase, todo);
    if (channel?.refused) await deps.todos.createTodo(refusedTodo(todo.reference, channel, deps.now(), deps.policy));
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
