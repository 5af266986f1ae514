import type { Problem } from '../problems/problems.ts';
import { readListAt, readPath } from '../values/read-path.ts';
import { dateAt } from './birth.ts';

/** Problems of assessments among themselves: an area given twice, a date before birth or after the referral (RULES, valid). */
export function assessmentProblems(input: unknown, referralOn: string): Problem[] {
  const dob = dateAt(input, 'child', 'dob');
  const seen = new Set<string>();
  return readListAt(input, 'assessments').flatMap((entry, i) => [
    ...givenTwice(entry, i, seen),
    ...outOfTime(entry, i, referralOn, dob),
  ]);
}

function givenTwice(entry: unknown, i: number, seen: Set<string>): Problem[] {
  const area = readPath(entry, 'area');
  if (typeof area !== 'string') return [];
  const isAgain = seen.has(area);
  seen.add(area);
  const message = `Assessment ${i + 1} gives an area a second time. Keep the one that counts and remove the other.`;
  return isAgain ? [{ code: 'FIELD_INVALID', path: `assessments[${i}].area`, message }] : [];
}

function outOfTime(entry: unknown, i: number, referralOn: string, dob: string | undefined): Problem[] {
  const on = dateAt(entry, 'assessedOn');
  const path = `assessments[${i}].assessedOn`;
  const problem = (when: string) => {
    const message = `Assessment ${i + 1} is dated ${when}. Correct its date, or the date of birth.`;
    return [{ code: 'FIELD_INVALID', path, message }];
  };
  if (on === undefined) return [];
  if (on > referralOn) return problem('after the day of the referral');
  return dob !== undefined && dob <= referralOn && on < dob ? problem('before the child was born') : [];
}
