import type { Problem } from '../problems/rules.ts';
import { isYearMeant } from '../values/past.ts';
import { pathText } from '../values/path-text.ts';
import { readListAt } from '../values/read-path.ts';
import { dateAt } from './birth.ts';

type Path = readonly PropertyKey[];

/** Where a referral gives the day of something that has happened. The emergency call has its own rule, with its time. */
const SINGLE: readonly Path[] = [
  ['agreement', 'on'],
  ['agreement', 'privacyNoticeGivenOn'],
  ['section23Notification', 'on'],
  ['earlyHelpAssessment', 'completedOn'],
];
const LISTED: readonly (readonly [list: string, day: string])[] = [
  ['evidence', 'dated'],
  ['assessments', 'assessedOn'],
];

/** A problem for each day of something that has happened which lies after the referral, or so long ago that its year is wrong. */
export function pastProblems(input: unknown, referralOn: string): Problem[] {
  const listed = LISTED.flatMap(([list, day]) => readListAt(input, list).map((_, index): Path => [list, index, day]));
  return [...SINGLE, ...listed].flatMap((path): Problem[] => {
    const on = dateAt(input, ...path);
    const at = { code: 'FIELD_INVALID', path: pathText(path) };
    if (on === undefined) return [];
    if (on > referralOn) return [{ ...at, rule: 'after-referral', params: { on: referralOn } }];
    return isYearMeant(on, referralOn) ? [] : [{ ...at, rule: 'year', params: {} }];
  });
}
