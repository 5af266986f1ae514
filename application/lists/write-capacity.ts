import { type Capacity, NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import type { CapacityChange, CapacityRefusal } from '#domain/lists/change-capacity.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import { Transient } from '#domain/problems/errors.ts';

/** What the service can offer at this moment. */
type ReadCapacity = () => Promise<Capacity>;

const ATTEMPTS = 25;

/** The record, read consistently each time; until it begins, there is nothing to offer. */
export function readCapacity({ capacity }: { readonly capacity: Pick<CapacityStore, 'readCapacity'> }): ReadCapacity {
  return async () => (await capacity.readCapacity()) ?? NO_CAPACITY;
}

/**
 * Changes it by one conditional write, again from what is there when someone was faster. With `seen`, the version on which
 * the change was based, nothing is changed when there is another by now.
 */
export function writeCapacity(deps: { readonly capacity: CapacityStore }) {
  const read = readCapacity(deps);
  return async (change: (now: Capacity) => CapacityChange, seen?: number): Promise<Capacity | CapacityRefusal> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const current = await read();
      if (seen !== undefined && current.version !== seen) return { refused: 'CHANGED' };
      const changed = change(current);
      if ('refused' in changed || (await deps.capacity.saveCapacity(changed))) return changed;
    }
    throw new Transient('What the service can offer changed too often to be saved.');
  };
}
