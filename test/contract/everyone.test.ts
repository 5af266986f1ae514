import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStores, type StoresOfEveryone } from '#adapters/memory/stores.ts';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { dynamoWholeTable } from '#adapters/records/dynamodb/whole-table.ts';
import { everyoneIn } from '#adapters/records/everyone.ts';
import { appendEvent } from '#domain/case/event.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Gathered } from '#domain/ports/everyone.ts';
import { Transient } from '#domain/problems/errors.ts';
import { newSupport } from '#domain/support/make.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, reach } from './open-dynamodb.ts';
import { AT, aCase, anEntry, aReferral, aTodo } from './samples.ts';
import { clientOf, hangingUp } from './serving.ts';

let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterAll(() => dynamoDb.close());

async function onDynamoDb(): Promise<StoresOfEveryone> {
  const tableName = await newTable(dynamoDb.endpoint);
  const client = dynamoClient(reach(dynamoDb.endpoint));
  return { ...createDynamoStores({ tableName, client }), everyone: everyoneIn(dynamoWholeTable(tableName, client)) };
}

async function listed<One>(all: AsyncIterable<One>): Promise<One[]> {
  const found: One[] = [];
  for await (const one of all) found.push(one);
  return found;
}

const named = async (all: AsyncIterable<Gathered>) => (await listed(all)).map(({ reference }) => reference).sort();
const moment = { now: AT, policyVersion: 1 };
const REFERENCES = Array.from({ length: 8 }, (_, n) => `SS-${n + 1}`);

describe.each([
  ['DynamoDB', onDynamoDb],
  ['memory', async () => createMemoryStores()],
])('the reads of everyone, on %s,', (_name, open) => {
  it('find every case and every support, as the stores read them, and nothing that is neither', async () => {
    const { everyone, cases, supports, referrals } = await open();
    await cases.createCase(aCase('SS-1'));
    await cases.createCase(aCase('SS-2'));
    await supports.createSupport(newSupport('SS-2', anEntry('1#a'), moment));
    await referrals.putReferral(aReferral('SS-3'));

    const found = new Map((await listed(everyone.histories())).map((one) => [one.reference, one]));

    expect([...found.keys()].sort()).toEqual(['SS-1', 'SS-2']);
    expect(await found.get('SS-1')?.supports.readWholeSupport('SS-1')).toBeUndefined();
    for (const reference of found.keys()) {
      const one = found.get(reference);
      expect(await one?.cases.readWholeCase(reference)).toEqual(await cases.readWholeCase(reference));
      expect(await one?.supports.readSupport(reference)).toEqual(await supports.readSupport(reference));
    }
  });

  it('find the cases of every page: DynamoDB reads a megabyte at a time', async () => {
    const { everyone, cases } = await open();
    const text = 'x'.repeat(300_000);
    const history = appendEvent([], { event: 'PARKED', by: MACHINE, why: 'Bug', text }, AT, 1);
    for (const reference of REFERENCES) await cases.createCase(aCase(reference, { history }));

    expect(await named(everyone.histories())).toEqual(REFERENCES);
  });

  it('find a referral of which only a task is left, where traces are asked for', async () => {
    const { everyone, todos } = await open();
    await todos.createTodo(aTodo('SS-1'));

    expect(await named(everyone.traces())).toEqual(['SS-1']);
    expect(await named(everyone.histories())).toEqual([]);
  });

  it('find every entry of the lists, under whatever list it stands', async () => {
    const { everyone, cases, supports } = await open();
    await cases.createCase(aCase('SS-1', { status: 'ON_WAITING_LIST', list: anEntry('1#a') }));
    await supports.createSupport(newSupport('SS-2', { ...anEntry('1#b'), locality: 'Nowhere' }, moment));

    const rows = await listed(everyone.listRows());

    const [{ list = '' } = {}] = rows.filter(({ row }) => row.reference === 'SS-1');
    expect(list).not.toContain('Nowhere');
    expect(rows.map(({ row: { reference, holder, order } }) => [reference, holder, order]).sort()).toEqual([
      ['SS-1', 'CASE', '1#a'],
      ['SS-2', 'SUPPORT', '1#b'],
    ]);
    expect(rows.find(({ row }) => row.reference === 'SS-2')?.list).toContain('Nowhere');
  });

  it('read more children than one call takes, in the order of their rows, and say what is not there', async () => {
    const { everyone, cases, referrals } = await open();
    const rows = Array.from({ length: 60 }, (_, n) => ({ reference: `SS-${n}`, holder: 'CASE' }) as const);
    for (const { reference } of rows.slice(1)) {
      await cases.createCase(aCase(reference));
      await referrals.putReferral(aReferral(reference));
    }

    const read = await everyone.ofRows(rows);

    expect(read.map(({ reference }) => reference)).toEqual(rows.map(({ reference }) => reference));
    expect(await read[0]?.cases.readCase('SS-0')).toBeUndefined();
    expect(await read[59]?.cases.readCase('SS-59')).toEqual(await cases.readCase('SS-59'));
    expect(await read[59]?.referrals.readReferral('SS-59')).toEqual(await referrals.readReferral('SS-59'));
  });

  it('of an empty table find no one', async () => {
    const { everyone } = await open();

    expect([await named(everyone.traces()), await listed(everyone.listRows())]).toEqual([[], []]);
    expect(await everyone.ofRows([])).toEqual([]);
  });
});

it('a DynamoDB that hangs up can be tried again, whatever is read of everyone', async () => {
  const { endpoint } = await hangingUp();
  const everyone = everyoneIn(dynamoWholeTable('Records', dynamoClient({ ...clientOf(endpoint), maxAttempts: 1 })));

  await expect(listed(everyone.histories())).rejects.toThrow(Transient);
  await expect(everyone.ofRows([{ reference: 'SS-1', holder: 'CASE' }])).rejects.toThrow(Transient);
});
