import { addresseesOf } from '#domain/notices/addressees.ts';
import { MANAGERS, newTodo } from '#domain/people/todo.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { hasSafetyFlag } from '#domain/safe-contact/safety-flag.ts';
import { whyLook } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { missedOfTodo } from '#domain/support/todo-over.ts';
import { lookFrom } from '#domain/values/working-days.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import type { VisitDeps } from './change-visits.ts';
import { enterLook, type LookDeps } from './enter-look.ts';

export interface AskToLookDeps extends Pick<VisitDeps, 'policy' | 'now'> {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo'>;
}

/**
 * Asks a person to look at what a family missed, once, where it needs one: the first where a safety flag stands, otherwise each
 * from the second on. It is asked before that is stored, so that no crash loses it; what was never stored asks no one.
 */
export function askToLook(deps: AskToLookDeps) {
  return async (after: Support, id: string): Promise<void> => {
    if (!whyLook(after, id, true)) return;
    const { reference } = after;
    const { theCase, stored } = await readRecord(deps, reference);
    const family = await readFamily(deps, theCase, addresseesOf(stored.body));
    const why = whyLook(after, id, hasSafetyFlag(family, referralIn(stored)));
    if (!why) return;
    const now = deps.now();
    const asked = { reference, kind: 'LOOK_AT_MISSED', cause: id, for: MANAGERS, why } as const;
    await deps.todos.createTodo(newTodo({ ...asked, openedAt: now, due: lookFrom(now, deps.policy) }));
  };
}

/** Enters what a person found when they looked at what was missed. */
export function lookAtMissed(deps: LookDeps) {
  return enterLook(deps, (todo) => {
    const missed = missedOfTodo(todo);
    return {
      event: (by, text) => ({ event: 'MISSED_LOOKED_AT', by, missed, text }),
      isSame: (one) => one.event === 'MISSED_LOOKED_AT' && 'missed' in one && one.missed === missed,
    };
  });
}
