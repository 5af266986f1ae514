import type { Role } from '#domain/people/person.ts';
import { recordAt } from '../records/address.ts';

/** The initial assessments of this week, and those to book. */
export const ASSESSMENTS_AT = '/staff/assessments';
/** Who books them; a practitioner sees their own. */
export const BOOKING_ROLES: readonly Role[] = ['SERVICE_MANAGER', 'ADMINISTRATOR'];
export const ASSESSMENT_ROLES: readonly Role[] = [...BOOKING_ROLES, 'PRACTITIONER'];

/** The initial assessment of one child. */
export function assessmentAt(reference: string): string {
  return `${recordAt(reference)}/assessment`;
}
