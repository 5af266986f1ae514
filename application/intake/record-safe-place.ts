import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { movedToSafePlace, safePlaceRemoved, safePlaceTodo } from '#domain/case/safe-place.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { actorSchema } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';
import { endTodos } from '../todos/end-todos.ts';

const schema = z.object({
  reference: z.string(),
  by: actorSchema,
  isRemoved: z.boolean(),
  seen: z.string(),
  reason: reasonSchema,
});

/** SAME: someone recorded it since the form was shown, or there is none to remove. */
export type SafePlaceResult =
  | { readonly kind: 'DONE' | 'SAME' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

export interface SafePlaceDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'saveTodo' | 'todosOf'>;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Records that a family has moved to a place that someone must not find, or removes that record. From that write on nothing goes to the old address.
 * A service manager is asked to look at it. That is stored before the case says it, so that no record waits unseen, and ends where the record is removed.
 */
export function recordSafePlace(deps: SafePlaceDeps) {
  return async (typed: z.input<typeof schema>): Promise<SafePlaceResult> => {
    const { theCase, stored } = await readRecord(deps, typed.reference);
    const read = readCommand(schema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, isRemoved, seen, ...said } = read.command;
    const adults = addresseesOf(stored.body).family.parents.length;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const move = (current: Case) =>
      isRemoved
        ? safePlaceRemoved(current, moment, said)
        : movedToSafePlace(current, moment, { ...said, adults, seen });
    if (!isRemoved && move(theCase)) {
      await deps.todos.createTodo(safePlaceTodo(reference, moment.now, deps.policy));
    }
    const { theCase: now, saved } = await changeCase(deps.cases, reference, move);
    // What was asked about a record that is removed, or that another one follows, asks nothing more.
    await endTodos(deps, now);
    return { kind: saved ? 'DONE' : 'SAME' };
  };
}
