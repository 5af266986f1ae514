import * as z from 'zod';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import { MANAGERS, newTodo, type Todo } from '#domain/people/todo.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { hasSafetyFlag } from '#domain/safe-contact/safety-flag.ts';
import { changed } from '#domain/support/change.ts';
import { lookFrom, whyLook } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { missedOfTodo } from '#domain/support/todo-over.ts';
import { readCommand } from '../command.ts';
import { readFamily } from '../read-family.ts';
import { readRecord } from '../read-record.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { finishTodo } from '../todos/finish-todo.ts';
import type { TodoResult } from '../todos/tell-in-person.ts';
import type { VisitDeps } from './change-visits.ts';
import { changeSupport } from './support-store.ts';

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

const lookSchema = z.object({ reason: reasonSchema });

/**
 * Enters what a person found when they looked at what was missed. It stands in the support before the TODO is done, so that
 * entering it again after a crash finishes it.
 */
export function lookAtMissed(
  deps: Pick<VisitDeps, 'supports' | 'policy' | 'now'> & { readonly todos: Pick<TodoStore, 'saveTodo'> },
) {
  return async (todo: Todo, by: Actor, typed: z.input<typeof lookSchema>): Promise<TodoResult<ReasonFault>> => {
    const read = readCommand(lookSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const missed = missedOfTodo(todo);
    const event = { event: 'MISSED_LOOKED_AT', by, missed, text: read.command.reason } as const;
    const { saved } = await changeSupport(deps.supports, todo.reference, (found) =>
      found.history.some((one) => one.event === event.event && 'missed' in one && one.missed === missed)
        ? undefined
        : changed(found, moment, { moveBy: found.moveBy }, event),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
