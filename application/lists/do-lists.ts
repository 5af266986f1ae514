import type { ListEntry } from '#domain/lists/entry.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { cameToNothing } from '../support/came-to-nothing.ts';
import { supportHolder } from '../support/support-holder.ts';
import { caseHolder } from './case-holder.ts';
import { changeEntry, type EntryHolder } from './change-entry.ts';
import { changePlace } from './change-place.ts';

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

/** What people do on the waiting lists. */
export function doLists(deps: ListDeps) {
  const holders = holdersOf(deps);
  return {
    changePlace: changePlace({ holders, cameToNothing: cameToNothing(deps), now: deps.now }),
    /** The place of a child as it stands, read consistently from whoever holds it; null: on no list. */
    readEntry: async (reference: string): Promise<ListEntry | null> =>
      (await changeEntry(holders)(reference, () => undefined)).entry,
  };
}

export type DoLists = ReturnType<typeof doLists>;
