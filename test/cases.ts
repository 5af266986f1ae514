import { readFileSync } from 'node:fs';
import * as z from 'zod';

const fileSchema = z.looseObject({
  cases: z.array(
    z.looseObject({
      id: z.string(),
      referralDate: z.iso.date(),
      evidence: z.array(z.looseObject({ type: z.string() })),
      expected: z.looseObject({ outcome: z.string(), reasons: z.array(z.string()) }),
    }),
  ),
});

/** The worked cases, as published with the rules. */
export const workedCases = fileSchema.parse(
  JSON.parse(readFileSync(new URL('./fixtures/cases.json', import.meta.url), 'utf8')),
).cases;

/** One worked case by its id. */
export function workedCase(id: string) {
  const found = workedCases.find((one) => one.id === id);
  if (!found) throw new Error(`There is no worked case ${id}.`);
  return found;
}

/** The body that a referrer would send for a worked case, its evidence items named in order by these ids. */
export function bodyOf(id: string, evidenceIds: readonly string[]): Record<string, unknown> {
  const { id: _id, description, tests, expected, referralDate, evidence, ...rest } = workedCase(id);
  const named = evidence.map((item, i) => ({ ...item, ...(evidenceIds[i] && { evidenceId: evidenceIds[i] }) }));
  return { ...rest, evidence: named };
}
