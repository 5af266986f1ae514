import { referralSchema } from '#domain/referral/schema.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { readPath } from '#domain/values/read-path.ts';
import { inApiWords } from '#web/api/problem-words.ts';

/** What an entry may carry beside the referral itself. */
const besides = ['id', 'description', 'tests', 'expected', 'referralDate'];

/** One JSON line for each referral in what a file held, in order, and for people one note for each problem found. */
export function assessLines(content: unknown, on: string): { lines: string[]; notes: string[] } {
  const results = entriesOf(content).map((entry) => assessEntry(entry, on));
  return { lines: results.map(({ line }) => line), notes: results.flatMap(({ notes }) => notes) };
}

function entriesOf(content: unknown): readonly unknown[] {
  if (Array.isArray(content)) return content;
  const cases = readPath(content, 'cases');
  return Array.isArray(cases) ? cases : [content];
}

/** An entry's own referralDate counts before the command line's. */
function assessEntry(entry: unknown, on: string) {
  const [id, referralDate] = [readPath(entry, 'id'), readPath(entry, 'referralDate') ?? on];
  const name = typeof id === 'string' || typeof id === 'number' ? id : null;
  const result = assess(referralIn(entry), String(referralDate), defaultPolicy);
  const { outcome, reasons, flags, triageRecommendation, homeVisiting, suggestedPathways, computed } = result;
  const shown = { outcome, reasons, flags, triageRecommendation, homeVisiting, suggestedPathways, computed };
  const worded = result.problems.map((problem) => inApiWords(problem, referralSchema));
  const notes = worded.map(({ path, message }) => `${name ?? 'A referral without id'}, ${path}: ${message}`);
  return { line: JSON.stringify({ id: name, ...shown }), notes };
}

function referralIn(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !besides.includes(key)));
}
