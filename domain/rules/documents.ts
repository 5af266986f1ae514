import type { FilePlace, Problem } from '../problems/rules.ts';
import { namedFiles } from '../referral/files.ts';
import { dateAt } from './birth.ts';

/** Problems of the documents among themselves: a file named twice, an Early Help Assessment completed after the referral. */
export function documentProblems(input: unknown, referralOn: string): Problem[] {
  const seen = new Map<string, FilePlace>();
  const again = namedFiles(input).flatMap(({ path, evidenceId, file }): Problem[] => {
    if (typeof evidenceId !== 'string') return [];
    const before = seen.get(evidenceId);
    if (before === undefined) seen.set(evidenceId, file);
    return before ? [{ code: 'FIELD_INVALID', path, rule: 'file-twice', params: { file, before } }] : [];
  });
  return [...again, ...completedLater(input, referralOn)];
}

function completedLater(input: unknown, referralOn: string): Problem[] {
  const on = dateAt(input, 'earlyHelpAssessment', 'completedOn');
  const path = 'earlyHelpAssessment.completedOn';
  if (on === undefined || on <= referralOn) return [];
  return [{ code: 'FIELD_INVALID', path, rule: 'after-referral', params: { on: referralOn } }];
}
