import type { Problem } from '../problems/rules.ts';
import { isRealDate } from '../values/dates.ts';
import { isYearMeant } from '../values/past.ts';
import { readPath } from '../values/read-path.ts';

/** The real date at a path of what was sent, or undefined; the structural schema reports any other. */
export function dateAt(input: unknown, ...path: readonly PropertyKey[]): string | undefined {
  const value = readPath(input, ...path);
  return typeof value === 'string' && isRealDate(value) ? value : undefined;
}

/** NOT_YET_BORN when the child is marked unborn or born after the day of the referral (RULES, valid); a problem of a mistyped year. */
export function birthProblems(input: unknown, referralOn: string): Problem[] {
  const code = 'NOT_YET_BORN';
  if (readPath(input, 'child', 'unborn') === true) return [{ code, path: 'child.unborn', rule: 'unborn', params: {} }];
  const dob = dateAt(input, 'child', 'dob');
  if (dob === undefined) return [];
  if (!isYearMeant(dob, referralOn)) return [{ code: 'FIELD_INVALID', path: 'child.dob', rule: 'year', params: {} }];
  return dob <= referralOn ? [] : [{ code, path: 'child.dob', rule: 'not-born', params: { on: referralOn } }];
}
