import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { dynamoErasableTable } from '#adapters/records/dynamodb/erasable-table.ts';
import { caseKey, referralKey } from '#adapters/records/keys.ts';
import { type ErasableTable, recordsToErase } from '#adapters/records/to-erase.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { newTable, reach } from './open-dynamodb.ts';

let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterAll(() => dynamoDb.close());

const onDynamoDb = async () =>
  dynamoErasableTable(await newTable(dynamoDb.endpoint), dynamoClient(reach(dynamoDb.endpoint)));

/** Stores cases that differ in this alone: nothing else of one is read here. */
async function put(table: ErasableTable, cases: Record<string, Record<string, unknown>>): Promise<void> {
  for (const [reference, fields] of Object.entries(cases)) await table.put({ ...caseKey(reference), ...fields });
}

async function found(table: ErasableTable, references: readonly string[] = []): Promise<string[]> {
  const names: string[] = [];
  for await (const { gathered } of recordsToErase(table).cases(references)) names.push(String(gathered?.reference));
  return names.sort();
}

describe.each([
  ['DynamoDB', onDynamoDb],
  ['memory', async (): Promise<ErasableTable> => memoryTable(false)],
])('the cases that may be erased, on %s,', (_name, open) => {
  it('are those that have ended, and none that is open', async () => {
    const table = await open();
    await put(table, { 'SS-1': { status: 'DECLINED' }, 'SS-2': { status: 'ON_WAITING_LIST' } });
    await table.put({ ...referralKey('SS-3'), status: 'DECLINED' });

    expect(await found(table)).toEqual(['SS-1']);
  });

  it('are also those of which erasing was begun', async () => {
    const table = await open();
    await put(table, { 'SS-1': { status: 'ON_WAITING_LIST', erasing: { at: '2026-10-22T02:15:00.000Z' } } });

    expect(await found(table)).toEqual(['SS-1']);
  });

  it('malformed: are also those without a status, or with one that this release does not know', async () => {
    const table = await open();
    await put(table, { 'SS-1': {}, 'SS-2': { status: 'OF_A_LATER_RELEASE' } });

    expect(await found(table)).toEqual(['SS-1', 'SS-2']);
  });

  it('are also those that were erased before and are there again, though open', async () => {
    const table = await open();
    await put(table, { 'SS-1': { status: 'ON_WAITING_LIST' }, 'SS-2': { status: 'IN_TRIAGE' } });

    expect(await found(table, ['SS-1', 'SS-9'])).toEqual(['SS-1']);
  });
});
