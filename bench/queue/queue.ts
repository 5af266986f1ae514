import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import type { Case } from '#domain/case/case.ts';
import { caseRow } from '#domain/case/index-keys.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { hidden } from '#test/http/browser.ts';
import { checkedCase, withTask } from '#test/http/records.ts';
import { triageWorld } from '#test/http/staff/world.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';

const ROUNDS = 12;
const MOST_MS = 150;
const MOST_HTML = 15_000;
/** A query of DynamoDB answers at most a megabyte, and the next has to wait for it. */
const QUERY_BYTES = 1_000_000;
const MOST_QUERIES = 3;

const VIEWS = {
  'by due, first page': '',
  'longest waiting first': '?order=since',
  'by band, filtered by area': '?order=band&locality=Frome',
  'late only, last due first': '?late=yes&way=down',
};

/** How long the queue takes with as many open tasks as it is built for: by due from the index, otherwise read whole. */
export async function queueFinding(): Promise<Finding> {
  const { get, bytes } = await fullQueue();
  const rows: [string, number, number][] = [];
  for (const [name, query] of Object.entries(VIEWS)) {
    const took: number[] = [];
    let zipped = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const used = process.cpuUsage();
      const { body, status } = await get('/staff/triage', Object.fromEntries(new URLSearchParams(query)));
      const { user, system } = process.cpuUsage(used);
      if (status !== 200) throw new Error(`The queue ${name} answered ${status}.`);
      took.push((user + system) / 1000);
      zipped = gzipSync(body).byteLength;
    }
    rows.push([name, Math.round(median(took)), zipped]);
  }
  const queries = Math.ceil(bytes / QUERY_BYTES);
  return {
    topic: 'queue',
    tables: [
      {
        title: `The queue with ${MOST_OPEN} open tasks, in this process, over stores in memory`,
        columns: ['view', 'CPU median ms', 'HTML gzipped'],
        rows,
        notes: [
          `the whole queue is ${bytes} bytes of the index: ${queries} queries one after another, the page by due one`,
        ],
      },
    ],
    budgets: [
      ...rows.flatMap(([name, ms, html]) => [
        atMost(`queue ${name}, median of CPU time`, MOST_MS, ms, 'ms'),
        atMost(`queue ${name}, HTML gzipped`, MOST_HTML, html, 'bytes'),
      ]),
      atMost('the whole queue, queries one after another', MOST_QUERIES, queries, 'queries'),
    ],
    data: { views: rows, bytes, queries },
  };
}

/** The memory table looks for a queue among all items at each query, which DynamoDB does not: here it is put in order once. */
function indexedOnce(table: Table): Table {
  let queue: readonly Item[] | undefined;
  return {
    ...table,
    query: async (query) => {
      if (query.key !== 'TRIAGE') return [];
      queue ??= await table.query({ ...query, limit: MOST_OPEN });
      const from = query.after ? queue.findIndex(({ pk }) => pk === query.after?.pk) + 1 : 0;
      return queue.slice(from, from + query.limit);
    },
  };
}

async function fullQueue() {
  const table = memoryTable(false);
  const stores = storesOver(indexedOnce(table), (bytes) => randomBytes(bytes));
  const areas = ['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater'];
  let bytes = 0;
  for (let n = 1; n < MOST_OPEN; n += 1) {
    const reference = referenceFor('bench', `key-of-the-bench-${n}`, 0);
    const theCase = withTask({ ...checkedCase('TRIAGE'), reference, flags: ['DELAY_NOT_COMPUTABLE'] }, 'TRIAGE');
    const late = theCase.task && { ...theCase.task, dueAt: new Date(Date.UTC(2026, 8, 1 + (n % 60), 8)).toISOString() };
    const placed: Case = { ...theCase, task: late ?? null, locality: areas[n % areas.length] ?? 'Frome' };
    await stores.cases.createCase(placed);
    bytes += JSON.stringify(caseRow(placed)).length + JSON.stringify(placed.flags).length + 200;
  }
  const world = await triageWorld({ stores });
  const using = world.newBrowser();
  const mailbox = 'triage-1@example.org';
  const asked = await using.post('/staff/sign-in', { mailbox });
  await using.post('/staff/sign-in/code', { mailbox, asker: hidden(asked, 'asker'), code: world.lastCode() });
  return { get: using.get, bytes };
}
