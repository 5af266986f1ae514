import * as z from 'zod';
import { CHILD_HAS_DIED, deathUndone } from '#domain/case/death.ts';
import { type Actor, actorSchema } from '#domain/people/actor.ts';
import { type Todo, todoDone, todoReopened } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { type ReasonFault, reasonFaults, reasonSchema } from '../reason-command.ts';

const undoDeathSchema = z.object({
  reference: z.string(),
  by: actorSchema,
  reason: reasonSchema,
});

export type UndoDeathResult =
  | { readonly kind: 'UNDONE' | 'NOTHING' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<ReasonFault>[] };

interface UndoDeathDeps {
  readonly cases: CaseStore;
  readonly todos: TodoStore;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Takes back that the child has died, with a reason. The case stands as it did before, what was planned is to be done
 * again, and those who were to be told are not. The same call again finishes what a crash left undone. NOTHING when it was
 * not recorded, or undone before.
 */
export function undoDeath(deps: UndoDeathDeps): (command: z.input<typeof undoDeathSchema>) => Promise<UndoDeathResult> {
  return async (typed) => {
    const read = readCommand(undoDeathSchema, reasonFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason } = read.command;
    const now = deps.now();
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      deathUndone(current, { now, policyVersion: deps.policy.version }, { reason, by }),
    );
    // Also after an undo that was cut off here: of a case whose child has not died no task ended for that.
    if (!theCase.death) for (const todo of await deps.todos.todosOf(reference)) await putBack(deps, todo, now, by);
    return { kind: saved ? 'UNDONE' : 'NOTHING' };
  };
}

/** A task that ended for this is open again, and one to tell of the death ends. */
async function putBack({ todos }: UndoDeathDeps, todo: Todo, now: string, by: Actor): Promise<void> {
  const ended = todo.kind === 'TELL_OF_DEATH' ? todoDone(todo, now, by) : undefined;
  const next = todo.done?.why === CHILD_HAS_DIED ? todoReopened(todo) : ended;
  if (next) await todos.saveTodo(next);
}
