import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import { endAll, start } from '#test/system/service.ts';
import { rowsOf } from '#test/unit/application/lists/import-sample.ts';
import { csvOf } from '#web/staff/lists/csv.ts';
import { atMost, type Finding } from '../report.ts';
import { type BroughtIn, bringInFile, type Waited } from './bring-in.ts';

const SIZES = [200, 2_000];
/** A present list of most services is brought in by one press, and the longest by presses that one counts on two hands. */
const MOST_PRESSES = { 200: 1, 2000: 10 };
const NOW = '2026-09-24T09:00';

/** How often a manager presses, and how long they wait, to bring in a present list, release it and write it out again. */
export async function importFinding(): Promise<Finding> {
  const measured: { size: number; first: BroughtIn; isEqual: boolean }[] = [];
  for (const size of SIZES) measured.push(await ofSize(size));
  const rows = measured.flatMap(({ size, first }) =>
    Object.entries(partsOf(first)).map(([what, { presses, seconds }]) => [size, what, presses, seconds] as const),
  );
  return {
    topic: 'import',
    tables: [
      {
        title: 'A present list, brought into an empty instance on this machine by a service manager',
        columns: ['rows', 'what', 'presses', 'seconds'],
        rows,
        notes: [
          'the seconds are those of the answers together: no one reads a page',
          ...measured.map(({ size, isEqual }) => `${size} rows, exported and brought in again: ${sameness(isEqual)}`),
        ],
      },
    ],
    budgets: [
      ...measured.map(({ size, first }) =>
        atMost(
          `presses to bring in ${size} rows`,
          MOST_PRESSES[size === 200 ? 200 : 2_000],
          first.bring.presses,
          'presses',
        ),
      ),
      atMost('reports that differ after an export', 0, measured.filter(({ isEqual }) => !isEqual).length, 'reports'),
    ],
    data: { rows },
  };
}

const sameness = (isEqual: boolean) => (isEqual ? 'the same report' : 'ANOTHER report');
const partsOf = ({ check, bring, release, download }: BroughtIn): Record<string, Waited> => ({
  ...{ check, bring, release, download },
});

async function ofSize(size: number) {
  const cells = rowsOf(size).map((row) => PRESENT_COLUMNS.map((column) => row.cells[column]));
  try {
    const first = await bringInFile(await start({ now: NOW, isLong: true }), csvOf([PRESENT_COLUMNS, ...cells]));
    const second = await bringInFile(await start({ now: NOW, isLong: true }), first.exported);
    return { size, first, isEqual: first.report.join() === second.report.join() };
  } finally {
    await endAll();
  }
}
