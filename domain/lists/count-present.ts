import type { Band } from './band.ts';
import type { PresentProblem, PresentRow } from './check-present.ts';
import type { ListName } from './entry.ts';
import { presentBand, presentDate, presentLocality, presentPathway } from './present-row.ts';

/** How many rows of a present list are of one list, band and year of referral. `band` is null where none is confirmed. */
export interface PresentCount extends ListName {
  readonly band: Band | null;
  readonly year: string;
  readonly rows: number;
}

/** The rows without a problem, counted by list, band and year of referral, in the order of list, band and year. */
export function countPresent(rows: readonly PresentRow[], problems: readonly PresentProblem[]): PresentCount[] {
  const bad = new Set(problems.map(({ row }) => row));
  const counts = new Map<string, PresentCount>();
  for (const { row, cells } of rows) {
    const [pathway, locality] = [presentPathway(cells.pathway), presentLocality(cells.locality)];
    const [band, on] = [presentBand(cells.band), presentDate(cells.referred_on)];
    if (bad.has(row) || !pathway || !locality || band === undefined || !on) continue;
    const year = on.slice(0, 4);
    const key = [pathway, locality, band ?? 4, year].join(' ');
    counts.set(key, { pathway, locality, band, year, rows: (counts.get(key)?.rows ?? 0) + 1 });
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, count]) => count);
}
