import { keepRollup } from '#application/sweep/keep-rollup.ts';
import { readQueues } from '#application/sweep/read-queues.ts';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, reach } from '#test/contract/open-dynamodb.ts';
import { consoleWorld } from '#test/http/console/world.ts';
import { CONSOLE_AT, queueAt } from '#web/console/address.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { fill, meteredStores } from './cases.ts';

const SIZES = [1_000, 100_000] as const;
const ROUNDS = 60;
const MOST_MS = 300;
const MOST_RATIO = 1.1;

type Row = [cases: number, page: string, ms: number, calls: number, units: number];

/** How long the console takes over the embedded store on disk, with few cases and with many, and what it asks of the table. */
export async function consoleFinding(): Promise<Finding> {
  const measured: Row[] = [];
  for (const cases of SIZES) measured.push(...(await withTemporaryFolder((folder) => ofSize(folder, cases))));
  const front = measured.filter(([, page]) => page === CONSOLE_AT);
  const ratio = (at: 2 | 4) => (front.at(-1)?.[at] ?? Number.NaN) / (front[0]?.[at] ?? Number.NaN);
  return {
    topic: 'console',
    tables: [
      {
        title: 'The console over the embedded store on disk, signed in; median of the time that a page takes',
        columns: ['cases', 'page', 'ms', 'calls', 'read units'],
        rows: measured,
        notes: ['one case in a hundred is with the triage team; the others are closed'],
      },
    ],
    budgets: [
      atMost('front page of the console at 100,000 cases, median', MOST_MS, front.at(-1)?.[2] ?? Number.NaN, 'ms'),
      atMost('front page at 100,000 cases against 1,000, time', MOST_RATIO, ratio(2), 'times'),
      atMost('front page at 100,000 cases against 1,000, read units', MOST_RATIO, ratio(4), 'times'),
    ],
    data: { measured },
  };
}

async function ofSize(folder: string, cases: number): Promise<Row[]> {
  const dynamodb = await startDynamoDb({ folder, now: Date.now });
  try {
    const { stores, asked, reset } = meteredStores(reach(dynamodb.endpoint), await newTable(dynamodb.endpoint));
    await fill(stores, cases);
    const world = await consoleWorld({ stores });
    await keepRollup(world.deps, await readQueues(world.deps));
    const using = await world.as('OPERATOR');
    const rows: Row[] = [];
    for (const page of [CONSOLE_AT, queueAt('parked')]) {
      const took: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        reset();
        const begun = performance.now();
        const { status } = await using.get(page);
        took.push(performance.now() - begun);
        if (status !== 200) throw new Error(`${page} answered ${status}.`);
      }
      rows.push([cases, page, Math.round(median(took) * 10) / 10, asked.calls, asked.units]);
    }
    return rows;
  } finally {
    await dynamodb.close();
  }
}
