import * as z from 'zod';
import { stored } from '../values/stored.ts';
import type { PeriodLine } from './lines.ts';

const countSchema = stored({ line: z.string(), n: z.int().min(1) });
export type Count = z.infer<typeof countSchema>;

/**
 * What was counted in one period, and of which referrals: so another night counts each once. `gone`: of referrals that were
 * erased since, without saying which.
 */
export const marksSchema = stored({
  period: z.string(),
  version: z.int().min(1),
  of: z.array(stored({ reference: z.string(), lines: z.array(z.string()) })),
  gone: z.array(countSchema),
});
export type Marks = z.infer<typeof marksSchema>;

/** The sums of one period: what pages read. They name no referral. */
export const sumsSchema = stored({ period: z.string(), counts: z.array(countSchema) });
export type Sums = z.infer<typeof sumsSchema>;

/** What one night found of one referral. `isErased`: nothing is stored of it. `UNREADABLE`: what was counted stays. */
export type Found = readonly PeriodLine[] | 'ERASED' | 'UNREADABLE';

/** The counts of these lines, in a fixed order. */
export function counted(lines: readonly string[], more: readonly Count[] = []): Count[] {
  const sums = new Map<string, number>();
  const add = (line: string, n: number) => sums.set(line, (sums.get(line) ?? 0) + n);
  for (const line of lines) add(line, 1);
  for (const { line, n } of more) add(line, n);
  return [...sums].map(([line, n]) => ({ line, n })).sort((one, other) => (one.line < other.line ? -1 : 1));
}

/** The sums of a period. */
export function sumsOf({ period, of, gone }: Marks): Sums {
  return {
    period,
    counts: counted(
      of.flatMap(({ lines }) => lines),
      gone,
    ),
  };
}

/**
 * The marks of a period as a night finds them; undefined where they stay as they are. What was counted of a referral that has
 * been erased since stays counted. The same night, run again, changes nothing.
 */
export function marksAfter(
  period: string,
  before: Marks | undefined,
  found: ReadonlyMap<string, Found>,
  nowIn: ReadonlyMap<string, readonly string[]>,
): Marks | undefined {
  const known = before?.of ?? [];
  const erased = known.filter(({ reference }) => found.get(reference) === 'ERASED');
  const kept = known.filter(({ reference }) => found.get(reference) === 'UNREADABLE');
  const of = [...[...nowIn].map(([reference, lines]) => ({ reference, lines: [...lines].sort() })), ...kept].sort(
    (one, other) => (one.reference < other.reference ? -1 : 1),
  );
  const gone = counted(
    erased.flatMap(({ lines }) => lines),
    before?.gone,
  );
  const isSame = JSON.stringify([known, before?.gone ?? []]) === JSON.stringify([of, gone]);
  return isSame ? undefined : { ...before, period, version: (before?.version ?? 0) + 1, of, gone };
}
