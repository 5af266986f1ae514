import type { Problem } from '../problems/problems.ts';
import { namedFiles } from '../referral/files.ts';
import { dateAt } from './birth.ts';

/** Problems of the documents among themselves: a file named twice, an Early Help Assessment completed after the referral. */
export function documentProblems(input: unknown, referralOn: string): Problem[] {
  const seen = new Map<string, string>();
  const again = namedFiles(input).flatMap(({ path, evidenceId, name }): Problem[] => {
    if (typeof evidenceId !== 'string') return [];
    const before = seen.get(evidenceId);
    if (before === undefined) seen.set(evidenceId, name);
    const message = `The file of ${name} is the file of ${before} as well. Give each file once: remove it here, or add the right one.`;
    return before === undefined ? [] : [{ code: 'FIELD_INVALID', path, message }];
  });
  return [...again, ...completedLater(input, referralOn)];
}

function completedLater(input: unknown, referralOn: string): Problem[] {
  const on = dateAt(input, 'earlyHelpAssessment', 'completedOn');
  const path = 'earlyHelpAssessment.completedOn';
  const message =
    'The Early Help Assessment is dated after the day of the referral. Correct its date, or leave it out.';
  return on !== undefined && on > referralOn ? [{ code: 'FIELD_INVALID', path, message }] : [];
}
