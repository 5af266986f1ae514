import { readFileSync } from 'node:fs';
import * as z from 'zod';

const caseSchema = z.looseObject({
  id: z.string(),
  description: z.string(),
  tests: z.string(),
  referralDate: z.string(),
  expected: z.looseObject({ outcome: z.string() }),
});
const lifecycleSchema = z.object({
  id: z.string(),
  description: z.string(),
  input: z.unknown(),
  expected: z.unknown(),
});
const fileSchema = z.object({ cases: z.array(caseSchema), lifecycleCases: z.array(lifecycleSchema) });

const file = fileSchema.parse(JSON.parse(readFileSync(new URL('../../fixtures/cases.json', import.meta.url), 'utf8')));

/** The worked cases: what a referrer sends, the day, and what must come of it. */
export const workedCases = file.cases.map(({ id, description, tests, referralDate, expected, ...body }) => {
  return { id, description, tests, referralDate, expected, body };
});

/** The worked cases of what follows triage. */
export const lifecycleCases = file.lifecycleCases;
