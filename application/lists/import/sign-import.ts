import * as z from 'zod';
import { needsReason, reportOf, signed } from '#domain/lists/import/change-file.ts';
import type { Import } from '#domain/lists/import/file.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import type { Now } from '#domain/ports/services.ts';
import { blankableText } from '#domain/referral/text.ts';
import { type CommandProblem, readCommand } from '../../command.ts';
import { changeImport } from './change-import.ts';
import { readReport } from './read-report.ts';

const schema = z.object({
  compared: z.string().refine((said) => said === 'yes', 'COMPARED_MISSING'),
  reason: blankableText(1000, { tooLong: 'REASON_TOO_LONG', unprintable: 'REASON_UNPRINTABLE' }),
});

const signFaults = {
  COMPARED_MISSING: 'missing',
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const;
export type SignFault = keyof typeof signFaults;

/** DONE: this call signed it. SAME: it was signed before, or cannot be signed yet. */
export type SignResult =
  | { readonly kind: 'DONE' | 'SAME'; readonly file: Import }
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<SignFault>[] };

/**
 * Signs the report of a file, as it is at this moment, in the name of who compared it. Where something differs or someone was left
 * behind, only with a reason. What was signed is kept as it was.
 */
export function signImport(deps: { readonly imports: ImportStore; readonly now: Now }) {
  return async (id: string, typed: z.input<typeof schema>, by: Actor): Promise<SignResult> => {
    const seen = await readReport(deps)(id);
    if (!seen) return { kind: 'NOT_FOUND' };
    const read = readCommand(schema, signFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reason } = read.command;
    if (reason === '' && needsReason(seen.file, seen))
      return { kind: 'INVALID', problems: [{ code: 'REASON_MISSING', path: 'reason', rule: 'missing', params: {} }] };
    const { file, saved } = await changeImport(deps.imports, id, (current) =>
      signed(current, { now: deps.now(), by }, reportOf(current, seen), reason),
    );
    return { kind: saved ? 'DONE' : 'SAME', file };
  };
}
