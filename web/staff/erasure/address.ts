import { recordAt } from '../records/address.ts';

/** Where it is decided whether a record is erased because someone asked. */
export function erasureAt(reference: string): string {
  return `${recordAt(reference)}/erasure`;
}
