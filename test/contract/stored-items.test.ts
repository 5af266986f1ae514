import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { dynamoTable } from '#adapters/records/dynamodb/table.ts';
import { dynamoWholeTable } from '#adapters/records/dynamodb/whole-table.ts';
import { storedItems } from '#adapters/records/stored-items.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import { ITEM_VERSION } from '#adapters/records/version.ts';
import type { WholeTable } from '#adapters/records/whole-table.ts';
import type { WrongItem } from '#domain/ports/reconciler-stores.ts';
import { COPY, INDEXES } from '#domain/process/indexes.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { testRandom } from '#test/http/doubles.ts';
import { newTable, reach } from './open-dynamodb.ts';
import { AT, aCase, aNotice, minutesAfter } from './samples.ts';
import { examples } from './stored-examples/examples.ts';

let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterAll(() => dynamoDb.close());

type Whole = Table & Pick<WholeTable, 'page'>;

async function onDynamoDb(): Promise<Whole> {
  const tableName = await newTable(dynamoDb.endpoint);
  const client = dynamoClient(reach(dynamoDb.endpoint));
  return { ...dynamoWholeTable(tableName, client), ...dynamoTable(client, tableName) };
}

/** Every kind of item that an index finds, in every state that there is an example of, each under a key of its own. */
const INDEXED = ['case', 'support', 'draft', 'todo', 'notice', 'slot', 'pause', 'settled', 'link', 'audit', 'reading'];
const indexed = examples
  .filter(({ kind }) => INDEXED.includes(kind))
  .map(({ item, kind }, n) => ({ kind, item: { ...item, pk: `${item.pk}-${n}` } }));
/** The first examples of each kind. */
const first = (count: number) =>
  INDEXED.flatMap((kind): Item[] =>
    indexed
      .filter((one) => one.kind === kind)
      .slice(0, count)
      .map(({ item }) => item),
  );

const KEYS: readonly string[] = Object.values(INDEXES).flatMap(({ key, order }) => [key, order]);

/** All that is wrong in the table, read a few items at a time. */
async function wrongIn(table: Whole): Promise<WrongItem[]> {
  const stored = storedItems(table, table);
  const wrong: WrongItem[] = [];
  let slice = await stored.slice(undefined, 50);
  wrong.push(...slice.wrong);
  while (slice.next) {
    slice = await stored.slice(slice.next, 50);
    wrong.push(...slice.wrong);
  }
  return wrong;
}

async function putRightIn(table: Whole): Promise<void> {
  for (const { putRight } of await wrongIn(table)) await putRight?.();
}

const all = async (table: Whole, items: readonly Item[]) => Promise.all(items.map(({ pk, sk }) => table.get(pk, sk)));

/** The item with one attribute of an index altered: the n-th of all that it could have. */
function altered(item: Item, n: number): Item {
  const names = [...new Set([...KEYS, ...Object.keys(item).filter((name) => COPY.test(name))])];
  const name = names[n % names.length] ?? 'workKey';
  const { [name]: before, ...without } = item;
  const isTaken = before !== undefined && n % 2 === 0;
  return { ...without, pk: item.pk, sk: item.sk, ...(isTaken ? {} : { [name]: 'ANOTHER' }) };
}

describe.each([
  ['DynamoDB', onDynamoDb, first(1), 3],
  ['memory', async (): Promise<Whole> => memoryTable(false), first(4), 40],
])('items whose place in an index is not as they say, on %s,', (_name, open, items, most) => {
  it('are put right, whichever attribute of whichever kind was altered, and twice is as once', async () => {
    const table = await open();
    for (const item of items) await table.put(item);
    await putRightIn(table);
    const right = await all(table, items);
    expect(await wrongIn(table)).toEqual([]);

    const copies = right.map((item) => Object.keys(item ?? {}).filter((name) => COPY.test(name)).length);
    for (let n = 0; n < Math.min(most, KEYS.length + Math.max(...copies)); n += 1) {
      await Promise.all(right.map(async (item, i) => item && table.put(altered(item, n + i))));
      await putRightIn(table);
      expect(await all(table, items)).toEqual(right);
    }
    expect(await wrongIn(table)).toEqual([]);
  });

  it('are named with their reference, their kind and whether a key or a copy is wrong', async () => {
    const table = await open();
    const stores = storesOver(table, testRandom());
    await stores.cases.createCase(aCase('SS-1', { status: 'IN_TRIAGE' }));
    await stores.notices.claimNotice(aNotice('SS-1', 'n1'));
    const [theCase, notice] = [await table.get('REF#SS-1', 'CASE'), await table.get('REF#SS-1', 'NOTICE#n1')];
    if (theCase) await table.put({ ...theCase, dueAt: minutesAfter(60 * 24) });
    if (notice) await table.put({ ...notice, rowAttempts: 7 });

    const wrong = (await wrongIn(table)).map(({ reference, item, fault }) => `${reference} ${item} ${fault}`);

    expect(wrong.sort()).toEqual(['SS-1 CASE KEYS', 'SS-1 NOTICE COPIES']);
  });

  it('stay as they are where someone was faster: a stale copy never covers what was written since', async () => {
    const table = await open();
    const stores = storesOver(table, testRandom());
    const claimed = aNotice('SS-1', 'n1');
    await stores.cases.createCase(aCase('SS-1'));
    await stores.notices.claimNotice(claimed);
    for (const sk of ['CASE', 'NOTICE#n1']) {
      const item = await table.get('REF#SS-1', sk);
      if (item) await table.put({ ...item, dueAt: minutesAfter(60) });
    }
    const wrong = await wrongIn(table);

    await stores.cases.saveCase(aCase('SS-1', { version: 2, reasons: ['LATER'] }));
    await stores.notices.saveNotice({ ...claimed, state: 'SENT', settledAt: AT, messageId: 'm1' }, claimed.attempts);

    expect(await Promise.all(wrong.map(({ putRight }) => putRight?.()))).toEqual([false, false]);
    expect((await stores.cases.readCase('SS-1'))?.reasons).toEqual(['LATER']);
    expect((await stores.notices.readNotice('SS-1', 'n1'))?.state).toBe('SENT');
  });

  it('are named and left alone where they cannot be read, and passed over where a later release stored them', async () => {
    const table = await open();
    const stores = storesOver(table, testRandom());
    for (const reference of ['SS-1', 'SS-2']) await stores.cases.createCase(aCase(reference));
    const [damaged, later] = [await table.get('REF#SS-1', 'CASE'), await table.get('REF#SS-2', 'CASE')];
    if (damaged) await table.put({ ...damaged, status: 7 });
    if (later) await table.put({ ...later, v: ITEM_VERSION + 1, dueAt: AT });

    const wrong = await wrongIn(table);

    expect(wrong).toEqual([{ reference: 'SS-1', item: 'CASE', fault: 'UNREADABLE', putRight: undefined }]);
  });

  it('keep what this release does not know of them', async () => {
    const table = await open();
    await storesOver(table, testRandom()).cases.createCase(aCase('SS-1'));
    const item = await table.get('REF#SS-1', 'CASE');
    if (item) await table.put({ ...item, fieldOfTomorrow: { a: 1 }, dueAt: AT });

    await putRightIn(table);

    expect(await table.get('REF#SS-1', 'CASE')).toEqual({ ...item, fieldOfTomorrow: { a: 1 } });
  });
});
