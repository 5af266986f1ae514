import { jointLeft } from '#domain/case/joint-left.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { cameToNothing } from '../support/came-to-nothing.ts';
import { supportHolder } from '../support/support-holder.ts';
import { endTodos } from '../todos/end-todos.ts';
import { caseHolder } from './case-holder.ts';
import { changeEntry, type EntryHolder } from './change-entry.ts';
import { changePlace, type PlaceResult } from './change-place.ts';
import type { PlaceCommand } from './place-command.ts';

export interface ListDeps {
  readonly cases: CaseStore;
  readonly supports: SupportStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** Everything that can hold the place of a child, in the order in which it is asked. */
export function holdersOf(deps: ListDeps): EntryHolder[] {
  return [supportHolder(deps), caseHolder(deps)];
}

/** The same, and what was asked of people about a place. */
interface DoDeps extends ListDeps {
  readonly todos: Pick<TodoStore, 'todosOf' | 'saveTodo'>;
}

/** What people do on the waiting lists. */
export function doLists(deps: DoDeps) {
  const holders = holdersOf(deps);
  const change = changePlace({ holders, cameToNothing: cameToNothing(deps), now: deps.now });
  return {
    /** What no one needs to do any more ends with the change, such as to confirm a band. Sent again after a crash it ends then. */
    changePlace: async (typed: PlaceCommand): Promise<PlaceResult> => {
      const result = await change(typed);
      const stands = result.kind === 'DONE' || result.kind === 'SAME';
      const theCase = stands ? await deps.cases.readCase(typed.reference) : undefined;
      if (theCase) await endTodos(deps, theCase);
      // Where a support holds the place, the case hears here that the child moved. Sent again after a crash it does then.
      const pathway = 'entry' in result ? result.entry?.pathway : undefined;
      if (pathway !== undefined && theCase?.joint && !theCase.joint.ended) {
        const moment = { now: deps.now(), policyVersion: deps.policy.version };
        await changeCase(deps.cases, typed.reference, (current) => jointLeft(current, moment, pathway));
      }
      return result;
    },
    /** The place of a child as it stands, read consistently from whoever holds it; null: on no list. */
    readEntry: async (reference: string): Promise<ListEntry | null> =>
      (await changeEntry(holders)(reference, () => undefined)).entry,
  };
}

export type DoLists = ReturnType<typeof doLists>;
