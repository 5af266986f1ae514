import type { Problem } from '../problems/rules.ts';
import { isYearMeant } from '../values/past.ts';
import { readListAt, readPath } from '../values/read-path.ts';
import { dateAt } from './birth.ts';

/** Problems of assessments among themselves: an area given twice, a date before birth (RULES, valid). */
export function assessmentProblems(input: unknown, referralOn: string): Problem[] {
  const dob = dateAt(input, 'child', 'dob');
  const seen = new Set<string>();
  return readListAt(input, 'assessments').flatMap((entry, i) => [
    ...givenTwice(entry, i, seen),
    ...beforeBirth(entry, i, referralOn, dob),
  ]);
}

function givenTwice(entry: unknown, i: number, seen: Set<string>): Problem[] {
  const area = readPath(entry, 'area');
  if (typeof area !== 'string') return [];
  const isAgain = seen.has(area);
  seen.add(area);
  const path = `assessments[${i}].area`;
  return isAgain ? [{ code: 'FIELD_INVALID', path, rule: 'area-twice', params: {} }] : [];
}

function beforeBirth(entry: unknown, i: number, referralOn: string, dob: string | undefined): Problem[] {
  const on = dateAt(entry, 'assessedOn');
  const at = { code: 'FIELD_INVALID', path: `assessments[${i}].assessedOn` };
  if (on === undefined) return [];
  // A day to come and a year that cannot be meant are said by `pastProblems`, once for each.
  if (on > referralOn || !isYearMeant(on, referralOn)) return [];
  const isBefore = dob !== undefined && dob <= referralOn && on < dob;
  return isBefore ? [{ ...at, rule: 'before-birth', params: {} }] : [];
}
