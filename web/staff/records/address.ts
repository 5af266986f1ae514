export const RECORDS_AT = '/staff/records';

/** Where the record of a referral is read in the staff area, below the base. */
export function recordAt(reference: string): string {
  return `${RECORDS_AT}/${reference}`;
}
