import { isCanary } from '#domain/canary/mark.ts';
import type { Case } from '#domain/case/case.ts';
import { secondTodo } from '#domain/case/second-person.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { SendNotices } from '../notices/send-notices.ts';

interface TellSecondDeps {
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly todos: Pick<TodoStore, 'createTodo'>;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
}

export type TellSecond = (theCase: Case) => Promise<void>;

/**
 * Tells the second person of an open decision, once, with a link to the record. What the link opens is stored before. The same
 * call again finishes what a crash left undone. Nothing happens where the decision has no second person.
 */
export function tellSecond(deps: TellSecondDeps): TellSecond {
  return async (theCase) => {
    const todo = secondTodo(theCase, deps.policy);
    if (!todo || isCanary(theCase)) return;
    const stored = await deps.referrals.readReferral(theCase.reference);
    if (!stored) return;
    await deps.todos.createTodo(todo);
    await deps.sendNotices('DECIDED_WITH_SECOND', theCase, addresseesOf(stored.body));
  };
}
