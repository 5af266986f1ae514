import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createReferences } from '#adapters/records/dynamodb/references.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { appendEvent } from '#domain/case/event.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, reach } from './open-dynamodb.ts';
import { AT, aCase, aReferral } from './samples.ts';
import { clientOf, hangingUp } from './serving.ts';

let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterAll(() => dynamoDb.close());

async function listed(references: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const reference of references) all.push(reference);
  return all;
}

async function table() {
  const tableName = await newTable(dynamoDb.endpoint);
  const client = dynamoClient(reach(dynamoDb.endpoint));
  const all = () => listed(createReferences({ tableName, client })());
  return { all, ...createDynamoStores({ tableName, client }) };
}

it('names each case once, and nothing that is no case', async () => {
  const { all, cases, referrals } = await table();
  await cases.createCase(aCase('SS-1'));
  await cases.createCase(aCase('SS-2'));
  await referrals.putReferral(aReferral('SS-2'));
  await referrals.putReferral(aReferral('SS-3'));

  expect((await all()).sort()).toEqual(['SS-1', 'SS-2']);
});

it('names the cases of every page: DynamoDB reads a megabyte at a time', async () => {
  const { all, cases } = await table();
  const text = 'x'.repeat(300_000);
  const history = appendEvent([], { event: 'PARKED', by: MACHINE, why: 'Bug', text }, AT, 1);
  const references = ['SS-1', 'SS-2', 'SS-3', 'SS-4', 'SS-5', 'SS-6', 'SS-7', 'SS-8'];
  for (const reference of references) await cases.createCase(aCase(reference, { history }));

  expect((await all()).sort()).toEqual(references);
});

it('a table without cases has none', async () => {
  expect(await (await table()).all()).toEqual([]);
});

it('a DynamoDB that hangs up can be tried again', async () => {
  const { endpoint } = await hangingUp();
  const client = dynamoClient({ ...clientOf(endpoint), maxAttempts: 1 });

  await expect(listed(createReferences({ tableName: 'Records', client })())).rejects.toThrow(Transient);
});
