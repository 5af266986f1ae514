import { recordAt } from '../records/address.ts';

/** Where it is recorded that a family has moved to a safe place. */
export function safePlaceAt(reference: string): string {
  return `${recordAt(reference)}/safe-place`;
}
