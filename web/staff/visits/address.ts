import type { Role } from '#domain/people/person.ts';
import { recordAt } from '../records/address.ts';

/** The visits of today and of the next days, of the person who is signed in. */
export const VISITS_AT = '/staff/visits';
/** The home visiting agreement as it reads today, to be printed. */
export const AGREEMENT_AT = '/staff/visits/agreement';
/** Who visits, and who oversees it. */
export const VISIT_ROLES: readonly Role[] = ['PRACTITIONER', 'SERVICE_MANAGER'];

/** The home visits of one child. */
export function visitsAt(reference: string): string {
  return `${recordAt(reference)}/visits`;
}
