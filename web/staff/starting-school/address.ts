import { schoolYearOn } from '#domain/notices/school-lines.ts';
import { londonDateOf } from '#domain/values/dates.ts';

/** The cohort of Starting School, and the dates of its sessions. */
export const SCHOOL_AT = '/staff/starting-school';
export const SESSIONS_AT = `${SCHOOL_AT}/dates`;

/** What is recorded of one child. */
export function schoolChildAt(reference: string): string {
  return `${SCHOOL_AT}/children/${reference}`;
}

/** The year that an address or a form names; that which staff plan now for any other. Neither can lead far away from it. */
export function yearIn(named: string | undefined, now: string): number {
  const present = schoolYearOn(londonDateOf(now));
  const year = /^\d{4}$/.test(named ?? '') ? Number(named) : present;
  return Math.abs(year - present) <= 5 ? year : present;
}
