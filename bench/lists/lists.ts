import { positionOf } from '#application/lists/read-place.ts';
import { atMost, type Finding } from '../report.ts';
import { listsWorld, type Row } from './lists-world.ts';
import { offersRow } from './offers.ts';

const SIZES = [10, 200, 2_000];
const LIST = '/staff/lists/initial-assessment/taunton';
const MOST_MS = 150;
/** One page of a list, at any length. */
const MOST_PAGE_UNITS = 4;
/** One position on a list of 2,000. */
const MOST_POSITION_UNITS = 150;

/** Six counts of one list, each of at most two calls. */
const MOST_PLACE_CALLS = 12;
/** The page of offers, whatever waits. */
const MOST_OFFERS_MS = 250;
const MOST_OFFERS_CALLS = 26;
/** 40 slots, four for each of 25 offers, and who looks. */
const MOST_OFFERS_READS = 150;
/** The record of one child. */
const MOST_RECORD_READS = 12;

/** What a page of a list, a page far down, a child's page and a position cost with this many children on the list. */
export async function listsFinding(): Promise<Finding> {
  const rows: Row[] = [];
  for (const children of SIZES) rows.push(...(await ofSize(children)));
  const dearest = (what: string, at: 2 | 3 | 4 | 6) =>
    Math.max(...rows.filter(([, name]) => name.startsWith(what)).map((row) => row[at]));
  return {
    topic: 'lists',
    tables: [
      {
        title: 'The waiting lists, in this process, over stores in memory; capacity as DynamoDB would bill it',
        columns: ['children', 'what', 'CPU median ms', 'index calls', 'read units', 'rows handed over', 'items read'],
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
      atMost('the place of one child, calls of the index', MOST_PLACE_CALLS, dearest('child', 3), 'calls'),
      atMost('the page of offers, median of CPU time', MOST_OFFERS_MS, dearest('offers', 2), 'ms'),
      atMost('the page of offers, calls of the index', MOST_OFFERS_CALLS, dearest('offers', 3), 'calls'),
      atMost('the page of offers, items read', MOST_OFFERS_READS, dearest('offers', 6), 'items'),
      atMost('the record of a child, items read', MOST_RECORD_READS, dearest('record', 6), 'items'),
      atMost('one position on a list of 2,000', MOST_POSITION_UNITS, dearest('position', 4), 'read units'),
    ],
    data: { rows },
  };
}

async function ofSize(children: number): Promise<Row[]> {
  return [...(await onOneList(children)), await offersRow(children)];
}

async function onOneList(children: number): Promise<Row[]> {
  const { stores, using, refer, row } = await listsWorld(children, 'INITIAL_ASSESSMENT');
  const [last = ''] = (await stores.indexes.list('INITIAL_ASSESSMENT', 'Taunton', children))
    .map(({ reference }) => reference)
    .slice(-1);
  await refer(last);
  const after = /after=([^"&]+)/.exec((await using.get(LIST)).body)?.[1];
  const entry = (await stores.cases.readCase(last))?.list;
  return [
    await row('page: the first of the list', () => using.get(LIST)),
    ...(after
      ? [await row('page: the next, by its cursor', () => using.get(LIST, { after: decodeURIComponent(after) }))]
      : []),
    await row('position of the last child', async () => entry && (await positionOf(stores.indexes, entry))),
    await row('child: the last one, explained', () => using.get(`/staff/records/${last}/place`)),
    await row('record: the last child', () => using.get(`/staff/records/${last}`)),
    await row('all lists in numbers', () => using.get('/staff/lists')),
    await row('reviews of long waits', () => using.get('/staff/lists/reviews')),
  ];
}
