import { channelConfirmed, channelOfTodo, isFirst, refusedOfTodo } from '#domain/case/safe-channel.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { type Actor, MACHINE } from '#domain/people/actor.ts';
import { type Todo, todoDone } from '#domain/people/todo.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { whyVoid } from '#domain/safe-contact/channel.ts';
import { changeCase } from '../change-case.ts';
import type { CommandRule } from '../command.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { finishTodo } from './finish-todo.ts';
import { type SendWaitedDeps, sendWhatWaited } from './send-what-waited.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

/** Who recorded it cannot confirm it. */
export const confirmFaults = {
  SAME_PERSON: 'not-a-choice',
} as const satisfies Record<string, CommandRule>;
export type ConfirmFault = keyof typeof confirmFaults;

export interface ConfirmChannelDeps extends TodoDeps, SendWaitedDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
}

const refused = (code: ConfirmFault): TodoResult<ConfirmFault> => ({
  ...{ kind: 'INVALID', problems: [{ code, path: 'confirm', rule: confirmFaults[code], params: {} }] },
});

/**
 * Confirms a safe channel, once, for a second person by id. Refuses who recorded it. Where the facts on which it rests have
 * changed since, nothing is confirmed: the TODO ends, and the channel is to be recorded again. It stands in the case before the
 * TODO is done. What waited to be told in person then goes that way. One that came back to who recorded it, as unsafe, is only ended.
 */
export function confirmChannel(deps: ConfirmChannelDeps): (todo: Todo, by: Actor) => Promise<TodoResult<ConfirmFault>> {
  return async (todo, by) => {
    const { theCase: before, stored } = await readRecord(deps, todo.reference);
    if (refusedOfTodo(before, todo)) return { kind: (await finishTodo(deps, todo, by)) ? 'DONE' : 'ALREADY' };
    const channel = channelOfTodo(before, todo);
    if (channel && isFirst(channel, by)) return refused('SAME_PERSON');
    const facts = await readFamily(deps, before, addresseesOf(stored.body));
    if (!channel || whyVoid(channel, facts) !== undefined) {
      const ended = todoDone(todo, deps.now(), MACHINE, 'CHANGED');
      if (ended) await deps.todos.saveTodo(ended);
      return { kind: 'ALREADY' };
    }
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      channelConfirmed(current, moment, channel.id, by),
    );
    // Before the TODO is done, so that pressing again after a crash finishes it.
    await sendWhatWaited(deps, theCase, stored.body, channel.place);
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
