import type { ChangeOfEntry } from '#domain/lists/change-place.ts';
import type { ListEntry } from '#domain/lists/entry.ts';

/** What became of it: the entry as it now stands, null where there is none, and whether this call changed it. */
export interface EntryChanged {
  readonly entry: ListEntry | null;
  readonly saved: boolean;
}

/**
 * An aggregate that can hold the place of a child. Changes it by one conditional write and tries again where another was
 * faster. Undefined where it holds none.
 */
export type EntryHolder = (reference: string, change: ChangeOfEntry) => Promise<EntryChanged | undefined>;

/** A place may pass from one holder to the other while they are asked in turn. */
const ROUNDS = 3;

/**
 * Changes the place of a child with whoever holds it: `holders` are asked in turn, so the support stands before the case.
 * Everything that alters a place goes this way. Answers no entry for a child who is on no list.
 */
export function changeEntry(
  holders: readonly EntryHolder[],
): (reference: string, change: ChangeOfEntry) => Promise<EntryChanged> {
  return async (reference, change) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const holder of holders) {
        const changed = await holder(reference, change);
        if (changed) return changed;
      }
    }
    return { entry: null, saved: false };
  };
}
