import type { Case } from '#domain/case/case.ts';
import { toldByTodo } from '#domain/case/questioned.ts';
import { howToldSchema } from '#domain/case/telling.ts';
import { familyTold } from '#domain/case/told.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { finishTodo } from './finish-todo.ts';
import { type ToldCommand, type ToldFault, toldFaults, toldSchema } from './told-command.ts';

export interface TodoDeps {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'saveTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** ALREADY: someone else was first, or nothing is left to do. */
export type TodoResult<Fault extends string> =
  | { readonly kind: 'DONE' | 'ALREADY' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<Fault>[] };

/**
 * Enters on which day and by whom the family was told what a TODO asks for, or why no one tells them. It stands in the case
 * before the TODO is done, so that a crash between leaves it open, and entering it again finishes it.
 */
export function tellInPerson(
  deps: TodoDeps,
): (todo: Todo, by: Actor, typed: ToldCommand) => Promise<TodoResult<ToldFault>> {
  return async (todo, by, typed) => {
    const theCase = await deps.cases.readCase(todo.reference);
    const now = deps.now();
    const from = theCase ? fromDay(theCase) : '';
    const read = readCommand(toldSchema({ from, today: londonDateOf(now) }, true), toldFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { how, on, words } = read.command;
    const telling = {
      about: toldByTodo(todo),
      how: howToldSchema.parse(how),
      words,
      by,
      ...(how === 'NOT_TOLD' ? {} : { on }),
    };
    const moment = { now, policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, todo.reference, (current) => familyTold(current, moment, telling));
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

/** No family was told before the referral came. */
export function fromDay({ receivedAt, referralOn }: Pick<Case, 'receivedAt' | 'referralOn'>): string {
  const received = londonDateOf(receivedAt);
  return referralOn < received ? referralOn : received;
}
