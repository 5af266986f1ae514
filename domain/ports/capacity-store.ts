import type { Capacity } from '../lists/capacity-record.ts';

/** Where it is kept what the service can offer: one item, changed by one conditional write at a time. */
export interface CapacityStore {
  /** The record, read consistently; undefined until it begins. */
  readCapacity(): Promise<Capacity | undefined>;
  /** Replaces the record read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  saveCapacity(capacity: Capacity): Promise<boolean>;
}
