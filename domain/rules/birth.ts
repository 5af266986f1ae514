import type { Problem } from '../problems/problems.ts';
import { isRealDate } from '../values/dates.ts';
import { readPath } from '../values/read-path.ts';

const message =
  'The child is not born yet on the day of the referral. The service is for children from birth: send the referral again ' +
  'after the birth, or correct the date.';

/** The real date at a path of what was sent, or undefined; the structural schema reports any other. */
export function dateAt(input: unknown, ...path: readonly PropertyKey[]): string | undefined {
  const value = readPath(input, ...path);
  return typeof value === 'string' && isRealDate(value) ? value : undefined;
}

/** NOT_YET_BORN when the child is marked unborn or the date of birth lies after the day of the referral (RULES, valid). */
export function birthProblems(input: unknown, referralOn: string): Problem[] {
  if (readPath(input, 'child', 'unborn') === true) return [{ code: 'NOT_YET_BORN', path: 'child.unborn', message }];
  const dob = dateAt(input, 'child', 'dob');
  return dob !== undefined && dob > referralOn ? [{ code: 'NOT_YET_BORN', path: 'child.dob', message }] : [];
}
