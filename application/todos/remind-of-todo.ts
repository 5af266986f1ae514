import type { Case } from '#domain/case/case.ts';
import { channelOfTodo } from '#domain/case/safe-channel.ts';
import { mayComeBack, whyTodoIsOver } from '#domain/case/todo-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { todoReminder } from '#domain/notices/staff-notices.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { todoAskedOf, todoReminded } from '#domain/people/remind-todo.ts';
import { type Todo, todoDone } from '#domain/people/todo.ts';
import type { ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { whyVoid } from '#domain/safe-contact/channel.ts';
import { whySupportTodoIsOver } from '#domain/support/todo-over.ts';
import { isOfOffer } from '#domain/support/told.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { type DeliverDeps, deliverNotice } from '../notices/deliver.ts';
import { noteForPeople } from '../notices/history.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';

export type RemindOfTodo = (reference: string, id: string) => Promise<void>;

interface RemindDeps extends DeliverDeps {
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'readTodo' | 'saveTodo'>;
}

/**
 * Reminds those whom an overdue TODO falls to today, each once a time with a new link, and says in the TODO that they were.
 * One that no one needs any more ends instead. The same call again finishes what a crash left undone.
 */
export function remindOfTodo(deps: RemindDeps): RemindOfTodo {
  return async (reference, id) => {
    const todo = await deps.todos.readTodo(reference, id);
    const now = deps.now();
    const next = todo && todoReminded(todo, now, deps.policy);
    if (!next) return;
    const { theCase, stored } = await readRecord(deps, reference);
    if (mayComeBack(todo, theCase)) return;
    // Who is second need not do anything: it ends by itself.
    const over =
      whyTodoIsOver(todo, theCase) ??
      (await whyInSupport(deps, todo, theCase)) ??
      (todo.kind === 'SECOND_PERSON' ? 'TIME_IS_UP' : undefined) ??
      (await whyVoidOf(deps, todo, theCase, addresseesOf(stored.body)));
    const ended = over === undefined ? undefined : todoDone(todo, now, MACHINE, over);
    // Of what was minuted the task itself reminds, so one email is enough.
    if (!ended && todo.kind !== 'WRITE_UP') {
      const team = await readTeam(deps)();
      const about = { reference, theCase, referral: addresseesOf(stored.body) };
      for (const to of todoAskedOf(todo, staffOn(team, londonDateOf(now)), team)) {
        await noteForPeople(deps, theCase, await deliverNotice(deps, todoReminder(todo, to), about));
      }
    }
    await deps.todos.saveTodo(ended ?? next);
  };
}

/** Why no one can confirm the safe channel of a TODO any more; undefined for every other TODO. */
async function whyVoidOf(deps: RemindDeps, todo: Todo, theCase: Case, sent: Addressees): Promise<string | undefined> {
  const channel = todo.kind === 'CONFIRM_CHANNEL' ? channelOfTodo(theCase, todo) : undefined;
  return channel && whyVoid(channel, await readFamily(deps, theCase, sent));
}

const ofSupport: readonly string[] = ['RING_FAMILY', 'DECIDE_EXTENSION', 'LOOK_AT_MISSED', 'LOOK_AT_BLOCK'];

/** Why no one needs to do what depends on the support of the child any more; undefined for every other TODO. */
async function whyInSupport({ supports }: RemindDeps, todo: Todo, theCase: Case): Promise<string | undefined> {
  const isOfWait = todo.kind === 'REVIEW_WAIT' && theCase.toSupport !== undefined;
  if (!isOfWait && !ofSupport.includes(todo.kind) && !isOfOffer(todo.why)) return undefined;
  return whySupportTodoIsOver(todo, await supports.readSupport(todo.reference));
}
