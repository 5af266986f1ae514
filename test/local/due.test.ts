import { afterEach, beforeEach, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { openDue } from '#local/due.ts';
import { type LocalDynamoDb, startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { reach } from '#test/contract/open-dynamodb.ts';
import { AT, aCaseToLookAt, aNotice, minutesAfter } from '#test/contract/samples.ts';
import { tableDefinition } from '#test/contract/table-definition.ts';

let dynamoDb: LocalDynamoDb;
beforeEach(async () => {
  dynamoDb = await startDynamoDb({ folder: undefined, now: Date.now });
});
afterEach(() => dynamoDb.close());

const instant = (minutes: number) => Date.parse(minutesAfter(minutes));

/** A table of the service with a case due at 20 minutes and a notice at 2, marked in its template like this. */
async function due(metadata: Record<string, unknown>) {
  const name = 'records';
  const properties = { ...tableDefinition(name) };
  await dynamoDb.ensureTable(properties);
  const stores = createDynamoStores({ tableName: name, client: dynamoClient(reach(dynamoDb.endpoint)) });
  await stores.cases.createCase(aCaseToLookAt('REF1', minutesAfter(20)));
  await stores.notices.claimNotice(aNotice('REF1', 'n1', { claimedAt: AT }));
  return openDue(dynamoDb, [{ logicalId: 'Records', name, arn: 'arn', properties, metadata }]);
}

const mark = (...keys: string[]) => ({ 'SmallSteps::Due': { index: 'due', keys } });
const otherIndex = { 'SmallSteps::Due': { index: 'other', keys: ['CASE'] } };

test('time stops at what is due first, under whichever key of the mark it stands', async () => {
  const { nextAfter } = await due(mark('CASE', 'NOTICE'));
  expect(await nextAfter(instant(0))).toBe(instant(2));
  expect(await nextAfter(instant(2))).toBe(instant(20));
  expect(await nextAfter(instant(20))).toBe(Number.POSITIVE_INFINITY);
});

test('what is overdue is named for each key, so that one that stays never hides that others move', async () => {
  const { oldestOverdue } = await due(mark('CASE', 'NOTICE'));
  expect(await oldestOverdue(instant(1))).toBeUndefined();
  expect((await oldestOverdue(instant(30)))?.split('\n')).toEqual([
    `REF#REF1 CASE ${minutesAfter(20)}`,
    `REF#REF1 NOTICE#n1 ${minutesAfter(2)}`,
  ]);
});

test.each([
  ['missing', {}, 'The table Records has no metadata SmallSteps::Due'],
  ['malformed', { 'SmallSteps::Due': 'due' }, 'The table Records has malformed metadata SmallSteps::Due'],
  ['of an index that the table lacks', otherIndex, 'The table Records has no index other'],
])('a mark that is %s is refused, so that time never passes by what is due', async (_fault, metadata, words) => {
  await expect(due(metadata)).rejects.toThrow(words);
});
