import type { FilePlace, Problem } from '../problems/rules.ts';
import { namedFiles } from '../referral/files.ts';

/** Problems of the documents among themselves: a file that is named twice. */
export function documentProblems(input: unknown): Problem[] {
  const seen = new Map<string, FilePlace>();
  return namedFiles(input).flatMap(({ path, evidenceId, file }): Problem[] => {
    if (typeof evidenceId !== 'string') return [];
    const before = seen.get(evidenceId);
    if (before === undefined) seen.set(evidenceId, file);
    return before ? [{ code: 'FIELD_INVALID', path, rule: 'file-twice', params: { file, before } }] : [];
  });
}
