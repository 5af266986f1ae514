import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { CASE_TABLE, clientOf } from './case-table.ts';

const NOW = Date.parse('2026-09-24T08:00:00.000Z');
let folder: string;
let running: LocalDynamoDb[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-steps-dynamodb-'));
  running = [];
});

afterEach(async () => {
  for (const each of running) await each.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(where: string | undefined = folder): Promise<LocalDynamoDb> {
  const server = await startDynamoDb({ folder: where, now: () => NOW });
  running.push(server);
  return server;
}

async function stop(server: LocalDynamoDb): Promise<void> {
  running = running.filter((each) => each !== server);
  await server.close();
}

async function startWithTable() {
  const server = await start();
  await server.ensureTable(CASE_TABLE);
  return { server, client: clientOf(server.endpoint) };
}

test('one of 100 concurrent conditional puts of the same key wins', async () => {
  const { server, client } = await startWithTable();
  const put = (owner: number) =>
    client.send(
      new PutCommand({
        TableName: 'cases',
        Item: { pk: 'claim', sk: 'claim', owner },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  const results = await Promise.allSettled(Array.from({ length: 100 }, (_, owner) => put(owner)));
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refusals).toHaveLength(99);
  expect(refusals.every((reason) => reason instanceof ConditionalCheckFailedException)).toBe(true);
  const winner = results.findIndex((result) => result.status === 'fulfilled');
  expect(await server.scanAll('cases')).toEqual([{ pk: 'claim', sk: 'claim', owner: winner }]);
});

test('what was stored is there after the folder is closed and opened on another port', async () => {
  const { server, client } = await startWithTable();
  const Item = { pk: 'R-1', sk: 'case', workKey: 'TRIAGE', workDue: '2026-10-01', tags: ['a', { b: null, c: true }] };
  await client.send(new PutCommand({ TableName: 'cases', Item }));
  await stop(server);
  const again = await start();
  await again.ensureTable(CASE_TABLE);
  const found = await clientOf(again.endpoint).send(
    new GetCommand({ TableName: 'cases', Key: { pk: 'R-1', sk: 'case' }, ConsistentRead: true }),
  );
  expect(found.Item).toEqual(Item);
  expect(await again.tables()).toEqual(['cases']);
  expect(await again.scanAll('cases')).toEqual([Item]);
});

test('an item leaves an index when its index key is removed, and moves when it changes', async () => {
  const { server, client } = await startWithTable();
  const Key = { pk: 'R-1', sk: 'case' };
  const update = (UpdateExpression: string, ExpressionAttributeValues?: Record<string, string>) =>
    client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key,
        UpdateExpression,
        ...(ExpressionAttributeValues ? { ExpressionAttributeValues } : {}),
      }),
    );
  await update('SET workKey = :k, workDue = :d', { ':k': 'TRIAGE', ':d': '1' });
  await update('SET workDue = :d', { ':d': '2' });
  expect(await server.scanAll('cases', 'work')).toEqual([{ ...Key, workKey: 'TRIAGE', workDue: '2' }]);
  await update('REMOVE workKey');
  expect(await server.scanAll('cases', 'work')).toEqual([]);
});

// dynalite names an index entry after the index keys and the first 24 bits of this hash.
function twoKeysThatDynaliteConfuses(): [string, string] {
  const seen = new Map<string, string>();
  for (let number = 0; ; number += 1) {
    const pk = `R-${number}`;
    const hash = createHash('md5').update(`Outliers${pk}case`).digest('hex').slice(0, 6);
    const other = seen.get(hash);
    if (other) return [other, pk];
    seen.set(hash, pk);
  }
}

test('items with the same index keys are each in the index, and each read once page by page', async () => {
  const { client } = await startWithTable();
  const written = ['first', 'second', ...twoKeysThatDynaliteConfuses()];
  for (const pk of written) {
    const Item = { pk, sk: 'case', dueKey: 'all', dueAt: '2026-10-01T00:00:00.000Z' };
    await client.send(new PutCommand({ TableName: 'cases', Item }));
  }
  for (const ScanIndexForward of [true, false]) {
    const pages = paginateQuery(
      { client, pageSize: 1 },
      {
        TableName: 'cases',
        IndexName: 'due',
        KeyConditionExpression: 'dueKey = :all',
        ExpressionAttributeValues: { ':all': 'all' },
        ScanIndexForward,
      },
    );
    const read: unknown[] = [];
    for await (const page of pages) read.push(...(page.Items ?? []).map((item) => item.pk));
    expect(read.sort()).toEqual(written.sort());
  }
});

test('every answer carries the simulated time', async () => {
  const { server } = await startWithTable();
  const answer = await fetch(server.endpoint, { method: 'POST', body: '{}' });
  expect(answer.headers.get('date')).toBe('Thu, 24 Sep 2026 08:00:00 GMT');
});

test('a malformed request is refused and the server goes on', async () => {
  const { server } = await startWithTable();
  const headers = { 'x-amz-target': 'DynamoDB_20120810.GetItem' };
  const answer = await fetch(server.endpoint, { method: 'POST', headers, body: '{"TableName":' });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('SerializationException');
  expect(await server.tables()).toEqual(['cases']);
});

test('a caller that goes away half way through a request does not stop the server', async () => {
  const { server } = await startWithTable();
  const leaving = new AbortController();
  async function* half() {
    yield Buffer.from('{"TableName":');
    leaving.abort();
    yield Buffer.from('"cases"}');
  }
  const request = fetch(server.endpoint, { method: 'POST', body: half(), duplex: 'half', signal: leaving.signal });
  await expect(request).rejects.toThrow();
  await expect(
    clientOf(server.endpoint).send(new PutCommand({ TableName: 'cases', Item: { pk: 'a', sk: 'b' } })),
  ).resolves.toBeDefined();
});

test('a table without an index of the template is refused by name', async () => {
  const server = await start();
  const [work] = CASE_TABLE.GlobalSecondaryIndexes;
  await server.ensureTable({
    ...CASE_TABLE,
    AttributeDefinitions: CASE_TABLE.AttributeDefinitions.filter(({ AttributeName }) =>
      /^(pk|sk|work)/.test(AttributeName),
    ),
    GlobalSecondaryIndexes: [work],
  });
  await expect(server.ensureTable(CASE_TABLE)).rejects.toThrow('The stored table cases lacks the index list');
});

test('a table whose index shows other attributes than the template is refused by name: no projection is ever altered', async () => {
  const server = await start();
  await server.ensureTable(CASE_TABLE);
  const GlobalSecondaryIndexes = CASE_TABLE.GlobalSecondaryIndexes.map((index) => ({
    ...index,
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version', 'status'] },
  }));
  await expect(server.ensureTable({ ...CASE_TABLE, GlobalSecondaryIndexes })).rejects.toThrow(
    'The stored table cases shows other attributes in its index work than the template',
  );
});

test('a folder opened twice is refused as used by another instance', async () => {
  await start();
  await expect(start()).rejects.toThrow(`Another instance is using ${folder}.`);
});

test('without a folder each server is a store of its own', async () => {
  const [one, other] = [await start(), await startDynamoDb({ folder: undefined, now: () => NOW })];
  running.push(other);
  await other.ensureTable(CASE_TABLE);
  expect(await one.tables()).toEqual([]);
});

test.each([/^MANIFEST/, /^CURRENT$/, /\.log$/, /\.ldb$/])(
  'a store whose file %s is garbage is refused with the folder named',
  async (file) => {
    for (const round of [1, 2]) {
      const { server, client } = await startWithTable();
      await client.send(new PutCommand({ TableName: 'cases', Item: { pk: `R-${round}`, sk: 'case' } }));
      await stop(server);
    }
    const damaged = readdirSync(folder).filter((name) => file.test(name));
    expect(damaged).not.toEqual([]);
    for (const name of damaged) writeFileSync(join(folder, name), 'garbage '.repeat(40));
    await expect(start()).rejects.toThrow(`The database in ${folder} is damaged`);
  },
);
