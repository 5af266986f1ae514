import type { Sums } from '#domain/figures/counts.ts';
import { GROUPINGS, type Grouping } from '#domain/figures/group.ts';
import { outcomeIn, RESULTS } from '#domain/figures/lines.ts';
import { weeksUpTo, yearBefore } from '#domain/figures/period.ts';
import type { Present } from '#domain/figures/present.ts';
import { type Shown, suppressed } from '#domain/figures/suppress.ts';
import type { FigureStore } from '#domain/ports/figure-store.ts';
import { londonDateOf } from '#domain/values/dates.ts';

/** A year of weeks. */
const WEEKS = 52;

export interface WeekFigures {
  readonly week: string;
  readonly received: number;
  readonly decided: number;
  /** How many days each first decision of triage took, the shortest first. */
  readonly days: readonly number[];
}

export interface MonthFigures {
  readonly month: string;
  readonly inTime: number;
  readonly late: number;
}

/** The figures of a year. */
export interface Figures {
  readonly present: Present | undefined;
  readonly weeks: readonly WeekFigures[];
  readonly months: readonly MonthFigures[];
  /** The first and the last of the twelve whole months of `months` and `outcomes`. */
  readonly year: { readonly from: string; readonly to: string };
  /** What became of referrals, by each group, with small numbers hidden. */
  readonly outcomes: Readonly<Record<Grouping, Shown>>;
}

/**
 * The figures of the last 52 weeks and the last twelve whole months. It reads an item a period, so it costs the same however many
 * cases there are. Throws `Transient` as the store does.
 */
export function readFigures(figures: Pick<FigureStore, 'sumsBetween' | 'readPresent'>) {
  return async (now: string): Promise<Figures> => {
    const today = londonDateOf(now);
    const [span, year] = [weeksUpTo(today, WEEKS), yearBefore(today)];
    const [weeks, months, present] = await Promise.all([
      figures.sumsBetween(span.from, span.to),
      figures.sumsBetween(year.from, year.to),
      figures.readPresent(),
    ]);
    return {
      ...{ present, year },
      weeks: weeks.map(weekOf),
      months: months.map(monthOf),
      outcomes: outcomesIn(months),
    };
  };
}

const nOf = ({ counts }: Sums, line: string) => counts.find((count) => count.line === line)?.n ?? 0;

function weekOf(sums: Sums): WeekFigures {
  const days = sums.counts.flatMap(({ line, n }) => {
    const [what, took] = line.split('|');
    return what === 'TRIAGED' ? Array.from({ length: n }, () => Number(took)) : [];
  });
  return {
    ...{ week: sums.period, received: nOf(sums, 'RECEIVED'), decided: nOf(sums, 'DECIDED') },
    days: days.sort((one, other) => one - other),
  };
}

function monthOf(sums: Sums): MonthFigures {
  return { month: sums.period, inTime: nOf(sums, 'STARTED|IN_TIME'), late: nOf(sums, 'STARTED|LATE') };
}

/** The middle of some numbers in their order; undefined where there are none. */
export function medianOf(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The three tables are of the same children, so what one hides another must not give away. */
function outcomesIn(months: readonly Sums[]): Figures['outcomes'] {
  const found = months.flatMap(({ counts }) =>
    counts.flatMap(({ line, n }) => {
      const outcome = outcomeIn(line);
      return outcome ? [{ ...outcome, n }] : [];
    }),
  );
  const [role, locality, language] = suppressed(
    GROUPINGS.map((by) => {
      const groups = [...Map.groupBy(found, ({ group }) => group[by])].sort(([one], [other]) => (one < other ? -1 : 1));
      return {
        rows: groups.map(([name, some]) => ({
          name,
          numbers: RESULTS.map((result) => some.reduce((sum, one) => sum + (one.result === result ? one.n : 0), 0)),
        })),
      };
    }),
  );
  const none: Shown = { rows: [], totals: [], total: null };
  return { role: role ?? none, locality: locality ?? none, language: language ?? none };
}
