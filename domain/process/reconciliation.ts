import * as z from 'zod';
import { londonDateOf } from '../values/dates.ts';
import { stored } from '../values/stored.ts';

/**
 * What can differ between what is stored of one thing and what should be. KEYS: it stands at another place of an index than it
 * says itself, or at none. COPIES: an index shows something else of it. UNREADABLE: it is not what such an item is.
 * NO_WORKFLOW: its execution was stopped, or never was. WORKFLOW_ENDED: its execution ended before it had. STILL_RUNS: it has
 * ended, and its execution has not. NO_TASK, NO_TOKEN: its execution waits for nothing. DEAD_TOKEN: it waits under another
 * token than the one that is known, or no longer. NO_CASE, NO_REFERRAL: half of it is
 * missing. NEVER_DUE: it waits for an instant that no one meant.
 * FILE_GONE: a document that was checked is not there any more.
 */
export type Divergence =
  | 'KEYS'
  | 'COPIES'
  | 'UNREADABLE'
  | 'NO_WORKFLOW'
  | 'WORKFLOW_ENDED'
  | 'STILL_RUNS'
  | 'NO_TASK'
  | 'NO_TOKEN'
  | 'DEAD_TOKEN'
  | 'NO_CASE'
  | 'NO_REFERRAL'
  | 'NEVER_DUE'
  | 'FILE_GONE';

/** Something that differed: of which item, as its reference and its kind, and in what. Codes and ids alone. */
const findingSchema = stored({
  reference: z.string(),
  item: z.string(),
  fault: z.string(),
  /** Since when it is known, or when it was put right. */
  at: z.iso.datetime(),
});
export type Finding = z.infer<typeof findingSchema>;

/** Where in the table the next look goes on. */
const placeSchema = z.object({ pk: z.string(), sk: z.string() });
export type Place = z.infer<typeof placeSchema>;

/**
 * How far the records are compared with each other, and what came of it. One pass sees everything that is stored; it may take
 * several runs.
 */
export const reconciliationSchema = stored({
  version: z.int().min(1),
  /** When the last run ended. */
  asOf: z.iso.datetime(),
  /** Where the pass that is under way goes on; absent between two passes. */
  from: placeSchema.optional(),
  /** When the last pass that saw everything ended. */
  passedAt: z.iso.datetime().optional(),
  /** How many were put right on the day of `asOf`, and the last of them. */
  repairedToday: z.int().min(0),
  repaired: z.array(findingSchema),
  /** What the last whole pass could not put right. */
  open: z.array(findingSchema),
  /** What the pass that is under way could not put right so far. */
  found: z.array(findingSchema),
});
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** As many are named; the log has them all. */
const MOST_NAMED = 100;

/** What one run did. */
export interface RunOfReconciler {
  readonly repaired: readonly Omit<Finding, 'at'>[];
  readonly found: readonly Omit<Finding, 'at'>[];
  /** Where it stopped; undefined at the end of the table. */
  readonly next: Place | undefined;
}

/** The record after one more run. What could not be put right keeps the instant since which it is known. */
export function afterRun(before: Reconciliation | undefined, run: RunOfReconciler, now: string): Reconciliation {
  const isToday = before !== undefined && londonDateOf(before.asOf) === londonDateOf(now);
  const earlier = isToday ? before.repaired : [];
  const known = new Map([...(before?.open ?? []), ...(before?.found ?? [])].map((one) => [nameOf(one), one]));
  const found = [...(before?.found ?? []), ...run.found.map((one) => known.get(nameOf(one)) ?? { ...one, at: now })];
  const { from: _from, ...rest } = before ?? {};
  return {
    ...rest,
    version: (before?.version ?? 0) + 1,
    asOf: now,
    repairedToday: (isToday ? before.repairedToday : 0) + run.repaired.length,
    repaired: [...run.repaired.map((one) => ({ ...one, at: now })), ...earlier].slice(0, MOST_NAMED),
    ...(run.next
      ? { from: run.next, open: before?.open ?? [], found: found.slice(0, MOST_NAMED) }
      : { passedAt: now, open: found.slice(0, MOST_NAMED), found: [] }),
  };
}

/** What is known not to fit and was not put right: of the last whole pass, and of the one under way. */
export function openFindings({ open, found }: Pick<Reconciliation, 'open' | 'found'>): readonly Finding[] {
  return [...new Map([...open, ...found].map((one) => [nameOf(one), one])).values()];
}

const nameOf = ({ reference, item, fault }: Omit<Finding, 'at'>) => `${reference} ${item} ${fault}`;
