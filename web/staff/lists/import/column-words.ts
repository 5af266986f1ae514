import { listPathwaySchema } from '#domain/case/codes.ts';
import type { PresentProblem } from '#domain/lists/import/check-present.ts';
import { ENDED_PATHWAYS } from '#domain/lists/import/ended-before.ts';
import type { PresentColumn } from '#domain/lists/import/present-row.ts';
import { localitySchema } from '#domain/referral/codes.ts';

const oneOf = (names: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

/** What each column holds. */
export const columnWords: Readonly<Record<PresentColumn, string>> = {
  own_reference: 'Your own reference for the child. No two rows have the same.',
  first_name: 'The first name of the child',
  last_name: 'The last name of the child',
  date_of_birth: 'For example 2024-09-10 or 10/09/2024',
  nhs_number: '10 digits. Can be empty.',
  parent_name: 'The name of one parent or carer',
  parent_email: 'Their email address. Can be empty if there is a phone number.',
  parent_phone: 'Their phone number. Can be empty if there is an email address.',
  locality: oneOf(localitySchema.options),
  pathway: `The list on which the child waits: ${oneOf(listPathwaySchema.options)}. Where support has ended, the most that the child had: ${oneOf(ENDED_PATHWAYS)}.`,
  referred_on: 'The date of the first referral',
  accepted_on: 'The date on which you accepted the referral',
  listed_on: 'The date on which the child joined the list. Empty where support has ended.',
  band: '1, 2 or 3. Empty where someone has still to confirm it.',
  closed_on: 'The date on which support ended. Empty where the child waits. A file may lack this column.',
  sessions_had: 'How many sessions the child had. Empty means 0.',
};

/** What to do about each fault. */
export const faultWords: Readonly<Record<PresentProblem['fault'], string>> = {
  MISSING: 'The cell is empty. Fill it in.',
  TEXT: 'The text is too long or has signs that cannot be read. Type it again.',
  DATE: 'This is not a date. Write it like 2024-09-10 or 10/09/2024.',
  FUTURE: 'The date is in the future. Put it right.',
  BEFORE_BIRTH: 'The date is before the date of birth. Put one of the two right.',
  BEFORE_REFERRAL: 'The date is before the date of the referral. Put one of the two right.',
  NHS_NUMBER: 'The NHS number is not right. Check its 10 digits, or leave the cell empty.',
  NHS_PLACEHOLDER: 'This NHS number stands for no one. Leave the cell empty.',
  EMAIL: 'This is not an email address. Write one like name@example.org.',
  CONTACT: 'Add a phone number or an email address.',
  LOCALITY: 'We do not know this locality. Use one of the names in the list of columns.',
  PATHWAY: 'We do not know this pathway. Use one of the names in the list of columns.',
  BEFORE_ACCEPTANCE: 'The date is before the date of acceptance. Put one of the two right.',
  NOT_CLOSED: 'The pathway is a list on which the child waits. Empty the cell, or write what the child had.',
  CLOSED: 'Support of this child has ended, so they are on no list. Empty the cell.',
  BAND: 'Write 1, 2 or 3, or leave the cell empty.',
  SESSIONS: 'Write a whole number from 0 to 999.',
  TWICE: 'An earlier row says the same of a child. Keep one of the two rows.',
};

/** What to do about a fault, and which row it names. */
export function problemInWords({ fault, as }: PresentProblem): string {
  return as === undefined ? faultWords[fault] : `Row ${as}: ${faultWords[fault]}`;
}
