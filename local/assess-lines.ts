import * as z from 'zod';
import { assess } from '#domain/assessment.ts';
import { defaultPolicy } from '#domain/policy.ts';

/** What an entry may carry beside the referral itself. */
const entrySchema = z.looseObject({});
const listSchema = z.union([
  z.array(z.unknown()),
  z.looseObject({ cases: z.array(z.unknown()) }).transform(({ cases }) => cases),
]);

/** One JSON line for each referral in what a file held, in order, and for people one note for each problem found. */
export function assessLines(content: unknown, on: string): { lines: string[]; notes: string[] } {
  const entries = listSchema.safeParse(content).data ?? [content];
  const results = entries.map((entry) => assessEntry(entry, on));
  return { lines: results.map(({ line }) => line), notes: results.flatMap(({ notes }) => notes) };
}

function assessEntry(entry: unknown, on: string) {
  const fields = entrySchema.safeParse(entry).data;
  const { id = null, description: _, tests: __, expected: ___, referralDate = on, ...body } = fields ?? {};
  const referralOn = typeof referralDate === 'string' ? referralDate : '';
  const result = assess(fields === undefined ? entry : body, referralOn, defaultPolicy);
  const { findings: _findings, problems, evidenceFailed: _failed, ...shown } = result;
  const notes = problems.map(({ path, message }) => `${JSON.stringify(id)} ${path}: ${message}`);
  return { line: JSON.stringify({ id, ...shown }), notes };
}
