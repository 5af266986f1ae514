import type { Case } from '#domain/case/case.ts';
import { type Found, type Marks, marksAfter, sumsOf } from '#domain/figures/counts.ts';
import { type Group, groupOf } from '#domain/figures/group.ts';
import { linesOf, outcomeIn, outcomeLine, type PeriodLine, type Result, resultOf } from '#domain/figures/lines.ts';
import { type Open, openOn, presentOf } from '#domain/figures/present.ts';
import type { Everyone, Gathered } from '#domain/ports/everyone.ts';
import type { FigureStore } from '#domain/ports/figure-store.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';

export interface FigureDeps {
  readonly figures: FigureStore;
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly everyone: Pick<Everyone, 'ofRows'>;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** What a night needs of one referral, and no more: it holds everyone at once. */
interface OfOne {
  readonly lines: readonly PeriodLine[];
  readonly result: { readonly on: string; readonly result: Result } | undefined;
  readonly open: Open | undefined;
}

const BATCH = 25;

/**
 * Counts beside another pass over everyone, so that figures cost no pass of their own: it hands on what it is given, and `keep`
 * then keeps the figures. The same night run again keeps the same. What was counted of a referral stays once it is erased.
 */
export function countingNight(deps: FigureDeps) {
  const today = londonDateOf(deps.now());
  const seen = new Map<string, OfOne | 'UNREADABLE'>();
  return {
    beside: async function* beside(all: AsyncIterable<Gathered>): AsyncGenerator<Gathered> {
      for await (const gathered of all) {
        const read = await onceRead(gathered);
        await look(deps, seen, read, today);
        yield read;
      }
    },
    keep: () => keep(deps, seen),
  };
}

/** The case of one referral is parsed once, however many read it. */
async function onceRead(gathered: Gathered): Promise<Gathered> {
  let known: Promise<Case | undefined> | undefined;
  const readWholeCase = (reference: string) => {
    known ??= gathered.cases.readWholeCase(reference);
    return known;
  };
  return { ...gathered, cases: { ...gathered.cases, readWholeCase } };
}

async function look(
  { policy }: FigureDeps,
  seen: Map<string, OfOne | 'UNREADABLE'>,
  { reference, cases, supports }: Gathered,
  today: string,
): Promise<void> {
  try {
    const theCase = await cases.readWholeCase(reference);
    if (theCase) seen.set(reference, ofOne(theCase, await supports.readWholeSupport(reference), today, policy));
  } catch (error) {
    if (error instanceof Transient) throw error;
    seen.set(reference, 'UNREADABLE');
  }
}

function ofOne(theCase: Case, support: Support | undefined, today: string, policy: Policy): OfOne {
  return {
    lines: linesOf(theCase, support, policy),
    result: resultOf(theCase),
    open: openOn(theCase, support, today, policy),
  };
}

async function keep(deps: FigureDeps, seen: ReadonlyMap<string, OfOne | 'UNREADABLE'>): Promise<void> {
  const { figures, now, log } = deps;
  const before = new Map((await figures.readMarks()).map((marks) => [marks.period, marks]));
  const found = await foundOf(deps, seen, before);
  const periods = byPeriod(found);
  const all = [...new Set([...before.keys(), ...periods.keys()])];
  let kept = 0;
  for (const period of all) {
    const after = marksAfter(period, before.get(period), found, periods.get(period) ?? new Map());
    if (!after) continue;
    // The sums first: a run that is cut off here finds the marks as they were, and does both again.
    await figures.saveSums(sumsOf(after));
    if (await figures.saveMarks(after)) kept += 1;
  }
  const open = [...seen.values()].flatMap((one) => (one === 'UNREADABLE' ? [] : (one.open ?? [])));
  await figures.savePresent(presentOf(open, now()));
  log.info('figures-kept', { periods: all.length, changed: kept, referrals: seen.size });
}

/** What this night knows of every referral that it saw, and of those that were counted before. */
async function foundOf(
  deps: FigureDeps,
  seen: ReadonlyMap<string, OfOne | 'UNREADABLE'>,
  before: ReadonlyMap<string, Marks>,
): Promise<Map<string, Found>> {
  const marked = [...before.values()].flatMap(({ of }) => of);
  const groups = await groupsOf(deps, seen, marked);
  const found = new Map<string, Found>();
  for (const [reference, one] of seen) {
    if (one === 'UNREADABLE') found.set(reference, one);
    else found.set(reference, linesWith(one, groups.get(reference)));
  }
  for (const { reference } of marked) {
    if (!found.has(reference)) found.set(reference, await missed(deps, reference));
  }
  return found;
}

const linesWith = ({ lines, result }: OfOne, group: Group | undefined): Found =>
  result && group ? [...lines, outcomeLine(result, group)] : lines;

/** Whom the pass did not see is erased only where a read by key finds no case either. */
async function missed({ cases }: FigureDeps, reference: string): Promise<Found> {
  try {
    return (await cases.readCase(reference)) ? 'UNREADABLE' : 'ERASED';
  } catch (error) {
    if (error instanceof Transient) throw error;
    return 'UNREADABLE';
  }
}

/** The groups of each referral with a result: as it was counted before, else from the referral itself. */
async function groupsOf(
  { everyone }: FigureDeps,
  seen: ReadonlyMap<string, OfOne | 'UNREADABLE'>,
  marked: readonly { readonly reference: string; readonly lines: readonly string[] }[],
): Promise<Map<string, Group>> {
  const groups = new Map<string, Group>();
  for (const { reference, lines } of marked) {
    for (const line of lines) {
      const outcome = outcomeIn(line);
      if (outcome) groups.set(reference, outcome.group);
    }
  }
  const unknown = [...seen].flatMap(([reference, one]) =>
    one !== 'UNREADABLE' && one.result && !groups.has(reference) ? [{ reference, holder: 'CASE' as const }] : [],
  );
  for (let first = 0; first < unknown.length; first += BATCH) {
    for (const { reference, referrals } of await everyone.ofRows(unknown.slice(first, first + BATCH))) {
      const referral = await referrals.readReferral(reference);
      if (referral) groups.set(reference, groupOf(referral));
    }
  }
  return groups;
}

/** The lines of each referral in each period. */
function byPeriod(found: ReadonlyMap<string, Found>): Map<string, Map<string, string[]>> {
  const periods = new Map<string, Map<string, string[]>>();
  for (const [reference, lines] of found) {
    if (typeof lines === 'string') continue;
    for (const { period, line } of lines) {
      const of = periods.get(period) ?? new Map<string, string[]>();
      of.set(reference, [...(of.get(reference) ?? []), line]);
      periods.set(period, of);
    }
  }
  return periods;
}
