import { changeCapacity } from './change-capacity.ts';
import { readCapacity } from './write-capacity.ts';

/** Everything that people do with what the service can offer, over one set of stores. */
export function doCapacity(deps: Parameters<typeof changeCapacity>[0]) {
  return { readCapacity: readCapacity(deps), changeCapacity: changeCapacity(deps) };
}

/** What people do with what the service can offer. */
export type DoCapacity = ReturnType<typeof doCapacity>;
