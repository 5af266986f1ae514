import { recordAt } from '../records/address.ts';

/** Where the support of one child is closed, and how it was closed is read. */
export function closingAt(reference: string): string {
  return `${recordAt(reference)}/close`;
}
