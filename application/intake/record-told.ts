import { isReferrer } from '#domain/case/hand-over.ts';
import { familyIsOwed } from '#domain/case/tell-family.ts';
import { howToldSchema } from '#domain/case/telling.ts';
import { ENDED, familyTold } from '#domain/case/told.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { tellOfEnd } from '#domain/notices/asked-todos.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { todoId } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import { fromDay } from '../todos/tell-in-person.ts';
import { type ToldFault, toldFaults, toldSchema } from '../todos/told-command.ts';

interface RecordToldDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

export interface TypedTold {
  readonly reference: string;
  /** The mailbox that tells us. It must be the present referrer's or their team's. */
  readonly by: string;
  readonly how: string;
  readonly on: string;
}

export type RecordToldResult =
  /** DONE: it is recorded, by whoever was first. */
  | { readonly kind: 'DONE' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ToldFault>[] };

/** Records that the referrer has told the family how the referral ended, once. What staff were asked for that is done, too. */
export function recordTold(deps: RecordToldDeps): (typed: TypedTold) => Promise<RecordToldResult> {
  return async ({ reference, by, how, on }) => {
    const { theCase: before, stored } = await readRecord(deps, reference);
    const now = deps.now();
    const days = { from: fromDay(before), today: londonDateOf(now) };
    const read = readCommand(toldSchema(days, false), toldFaults, { how, on, words: by });
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const referral = addresseesOf(stored.body);
    const [actor, moment] = [referrerActor(by), { now, policyVersion: deps.policy.version }];
    const telling = { about: ENDED, how: howToldSchema.parse(read.command.how), on, words: 'the referrer', by: actor };
    const { theCase } = await changeCase(deps.cases, reference, (current) =>
      isReferrer(current, referral, by) && familyIsOwed(current) ? familyTold(current, moment, telling) : undefined,
    );
    if (!isReferrer(theCase, referral, by)) return { kind: 'NOT_YOURS' };
    const todo = await deps.todos.readTodo(reference, todoId(reference, tellOfEnd));
    if (todo && !familyIsOwed(theCase)) await finishTodo(deps, todo, actor);
    return { kind: 'DONE' };
  };
}
