import type { BatchOperation, Level } from 'dynalite/db/index.js';
import dynaliteDb from 'dynalite/db/index.js';
import { expect, test } from 'vitest';
import type { Committed } from '#local/dynamodb/commit.ts';
import { createCommit } from '#local/dynamodb/commit.ts';
import { readPage } from '#local/dynamodb/read-page.ts';
import { openRecords } from '#local/dynamodb/records.ts';

const TABLE = {
  TableName: 'cases',
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
};
const ALL = { gte: 'item-cases~', lt: 'item-cases~\xFF' };

const put = (pk: string, text = pk): BatchOperation => ({
  type: 'put',
  key: `item-cases~${pk}`,
  value: { pk: { S: pk }, text: { S: text } },
});
const del = (pk: string): BatchOperation => ({ type: 'del', key: `item-cases~${pk}` });

/** A store with these items, opened anew: none of them was read. */
async function opened(...operations: BatchOperation[]) {
  const { db } = dynaliteDb.create({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await db.open();
  const followers = new Set<Committed>();
  const commit = createCommit(db, followers);
  const write = (...some: BatchOperation[]) =>
    new Promise<void>((resolve, reject) => commit(some, (error) => (error ? reject(error) : resolve())));
  if (operations.length > 0) await write(...operations);
  const records = await openRecords(db, followers);
  const page = (asked: object = {}, range: object = ALL) =>
    readPage(records, {
      table: TABLE,
      data: { TableName: 'cases', ...asked },
      range,
      startKeyNames: ['pk'],
    });
  return { db, followers, write, page };
}

/** Writes to the disk as a commit does, before anyone hears of it. */
const onDisk = (db: Level, operations: BatchOperation[]): Promise<void> =>
  Object.getPrototypeOf(db).batch.call(db, operations, { sync: true });

const texts = (page: object | undefined) =>
  JSON.parse(JSON.stringify(page ?? {})).Items?.map(({ text }: { text: { S: string } }) => text.S);

test('what was read before, then changed, removed or put between others, is read as it was written last, in order', async () => {
  const { write, page } = await opened(put('a'), put('c'), put('d'));
  expect(texts(page())).toEqual(['a', 'c', 'd']);
  await write(put('c', 'changed'), put('b'), del('d'));
  expect(texts(page())).toEqual(['a', 'b', 'changed']);
  expect(texts(page({}, { ...ALL, reverse: true, limit: 2 }))).toEqual(['changed', 'b']);
  expect(texts(page({}, { gt: 'item-cases~a', lte: 'item-cases~c' }))).toEqual(['b', 'changed']);
});

test('a page ends at its limit with the key after which the next begins', async () => {
  const { page } = await opened(put('a'), put('b'), put('c'));
  expect(page({ Limit: 2 })).toMatchObject({ Count: 2, ScannedCount: 2, LastEvaluatedKey: { pk: { S: 'b' } } });
  expect(page({ Limit: 5, Select: 'COUNT' })).toEqual({ Count: 3, ScannedCount: 3 });
});

test('a page ends once it holds a megabyte', async () => {
  const { page } = await opened(...['a', 'b', 'c', 'd'].map((pk) => put(pk, 'x'.repeat(400_000))));
  expect(page()).toMatchObject({ Count: 3, LastEvaluatedKey: { pk: { S: 'c' } } });
});

test('what is on disk and not acknowledged yet (half-finished) gives no page with one half of it', async () => {
  const { db, followers, page } = await opened(put('a'), put('b'));
  const moved = [del('a'), put('c')];
  await onDisk(db, moved);
  expect(page()).toBeUndefined();
  for (const follow of followers) follow(moved);
  expect(texts(page())).toEqual(['b', 'c']);
});
