import type { Stores } from '#adapters/records/stores.ts';
import { writeUpOf } from '#domain/case/minute.ts';
import { channelTodo } from '#domain/case/safe-channel.ts';
import { askedNow, printOfEnd, seeStop, todoAsked } from '#domain/notices/asked-todos.ts';
import { personActor } from '#domain/people/actor.ts';
import { TRIAGERS } from '#domain/people/todo.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const reference = 'REF7';
const stopped = { outcome: 'NOT_ACCEPTED_NO_CONSENT', task: null, list: null, run: 1 };
const sam = personActor('sam', 'Sam Field', 'Portage practitioner');
const minute = {
  ...{ reference, taskId: `${reference}-T1`, version: 1, on: '2026-09-24', by: sam, at: AT },
  ...({ outcome: 'INVITE_GROUP', band: 2, reason: 'Delay in 2 areas.' } as const),
};

/** One of each kind of TODO that is asked for beside the decisions, under the name of its example. */
const asked = {
  'print-letter': todoAsked(printOfEnd, reference, AT, defaultPolicy),
  'see-stop': todoAsked(askedNow(seeStop, stopped), reference, AT, defaultPolicy),
  'confirm-channel': channelTodo(reference, { id: '00ff00ff00ff00ff', whom: TRIAGERS }, AT, defaultPolicy),
  'write-up': writeUpOf(minute, defaultPolicy),
};

/** Stores each of them, and keeps it. */
export async function storeTodos({ todos }: Stores, keep: Keep): Promise<void> {
  for (const [name, todo] of Object.entries(asked)) {
    await todos.createTodo(todo);
    await keep(`todo.${name}`, `REF#${reference}`, `TODO#${todo.id}`);
  }
}
