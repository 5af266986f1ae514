import { recordAt } from '../records/address.ts';

/** Where the place of a child on a list is read and changed, below the base. */
export function placeAt(reference: string): string {
  return `${recordAt(reference)}/place`;
}
