import { recordAt } from '../records/address.ts';

/** Where a record is held back from erasure. */
export function legalHoldAt(reference: string): string {
  return `${recordAt(reference)}/legal-hold`;
}
