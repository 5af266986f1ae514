import { randomBytes } from 'node:crypto';
import { storesOver } from '#adapters/records/stores.ts';
import { positionOf } from '#application/lists/read-place.ts';
import { applyChange } from '#domain/case/change.ts';
import { orderKey } from '#domain/lists/order.ts';
import { addDays } from '#domain/values/dates.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { hidden } from '#test/http/browser.ts';
import { caseOnReceipt, storedReferral } from '#test/http/records.ts';
import { triageWorld } from '#test/http/staff/world.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';
import { meteredTable } from './metered.ts';

const SIZES = [10, 200, 2_000];
const ROUNDS = 12;
const AT = '2026-09-01T09:00:00.000Z';
const LIST = '/staff/lists/initial-assessment/taunton';
const MOST_MS = 150;
/** One page of a list, at any length. */
const MOST_PAGE_UNITS = 4;
/** One position on a list of 2,000. */
const MOST_POSITION_UNITS = 150;

type Row = [children: number, what: string, ms: number, calls: number, units: number, rows: number];

/** What a page of a list, a page far down, a child's page and a position cost with this many children on the list. */
export async function listsFinding(): Promise<Finding> {
  const rows: Row[] = [];
  for (const children of SIZES) rows.push(...(await ofSize(children)));
  const dearest = (what: string, at: 2 | 3 | 4) =>
    Math.max(...rows.filter(([, name]) => name.startsWith(what)).map((row) => row[at]));
  return {
    topic: 'lists',
    tables: [
      {
        title: 'The waiting lists, in this process, over stores in memory; capacity as DynamoDB would bill it',
        columns: ['children', 'what', 'CPU median ms', 'index calls', 'read units', 'rows handed over'],
        rows,
        notes: ['a count is billed like the rows that it counts, and hands none over'],
      },
    ],
    budgets: [
      atMost('a page of a list at any length, median of CPU time', MOST_MS, dearest('page', 2), 'ms'),
      atMost('a page of a list at any length, calls of the index', 1, dearest('page', 3), 'calls'),
      atMost('a page of a list at any length', MOST_PAGE_UNITS, dearest('page', 4), 'read units'),
      // A count goes on after each megabyte of the index.
      atMost('one position on a list of 2,000, calls of the index', 2, dearest('position', 3), 'calls'),
      atMost('one position on a list of 2,000', MOST_POSITION_UNITS, dearest('position', 4), 'read units'),
    ],
    data: { rows },
  };
}

async function ofSize(children: number): Promise<Row[]> {
  const { table, asked, reset } = meteredTable();
  const stores = storesOver(table, (bytes) => randomBytes(bytes));
  const world = await triageWorld({ stores });
  const references = Array.from({ length: children }, (_, n) => referenceFor('bench', `a-child-who-waits-${n}`, 0));
  for (const [n, reference] of references.entries()) await stores.cases.createCase(waiting(reference, n));
  const orders = references.map((reference, n) => ({ reference, order: orderKey({ ...factsOf(n), reference }) }));
  const last = orders.sort((one, other) => (one.order < other.order ? -1 : 1)).at(-1)?.reference ?? '';
  await stores.referrals.putReferral({ ...storedReferral({}), reference: last });
  const using = world.newBrowser();
  const mailbox = 'manager@example.org';
  const asker = await using.post('/staff/sign-in', { mailbox });
  await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asker, 'asker'), code: world.lastCode() });
  const after = /after=([^"&]+)/.exec((await using.get(LIST)).body)?.[1];
  const entry = (await stores.cases.readCase(last))?.list;
  const row = async (what: string, act: () => Promise<unknown>): Promise<Row> => {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      reset();
      const used = process.cpuUsage();
      await act();
      const { user, system } = process.cpuUsage(used);
      took.push((user + system) / 1000);
    }
    return [children, what, Math.round(median(took) * 10) / 10, asked.calls, asked.units, asked.rows];
  };
  return [
    await row('page: the first of the list', () => using.get(LIST)),
    ...(after
      ? [await row('page: the next, by its cursor', () => using.get(LIST, { after: decodeURIComponent(after) }))]
      : []),
    await row('position of the last child', async () => entry && (await positionOf(stores.indexes, entry))),
    await row('child: the last one, explained', () => using.get(`/staff/records/${last}/place`)),
    await row('all lists in numbers', () => using.get('/staff/lists')),
  ];
}

function factsOf(n: number) {
  const band = ([1, 2, 3] as const)[n % 3] ?? 2;
  return { band, targetOn: addDays('2026-12-01', n % 180), referredAt: AT };
}

function waiting(reference: string, n: number) {
  const facts = { ...factsOf(n), broadAreas: 3, listedOn: '2026-09-02', suggestedBand: 2 as const };
  const order = orderKey({ ...facts, reference });
  const list = {
    pathway: 'INITIAL_ASSESSMENT',
    locality: 'Taunton',
    acceptedOn: '2026-09-01',
    order,
    ...facts,
  } as const;
  const patch = { status: 'ON_WAITING_LIST', next: 'DONE', list } as const;
  return applyChange({ ...caseOnReceipt(), reference }, { now: AT, policyVersion: 1 }, { ...patch, outbox: [] });
}
