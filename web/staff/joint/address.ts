import { recordAt } from '../records/address.ts';

/** Where it is recorded what is decided together with other services. */
export function jointAt(reference: string): string {
  return `${recordAt(reference)}/joint`;
}
