import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { views } from '#tools/views.ts';
import { move } from './window.ts';

const HISTORIES: readonly (readonly string[])[] = [
  ['accepted', 'band confirmed'],
  ['accepted', 'held', 'hold ended'],
  ['accepted', 'moved to Frome'],
  ['invited to the group', 'band changed'],
  ['accepted', 'moved to home visiting'],
];

const NIGHTS = ['P1D', 'P1D', 'P1D', 'P1D', 'P1D', 'P1D'];

test('fifty children who wait add up every night, and one who is deleted past the service is named that night', async () => {
  const data = mkdtempSync(join(tmpdir(), 'small-steps-balanced-'));
  const instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-28T09:00'), views, cold: true });
  try {
    const client = dynamoClient({ region: 'eu-west-2', credentials: RUN_KEY, endpoint: instance.endpoints.dynamodb });
    const TableName = instance.tableName ?? '';
    const { cases, balances } = createDynamoStores({ tableName: TableName, client });
    const references = Array.from({ length: 50 }, (_, n) => referenceFor('local', `waiting-${n}`, 0));
    for (const [n, reference] of references.entries()) {
      const listed = caseAfter(HISTORIES[n % HISTORIES.length] ?? [], reference);
      await cases.createCase({ ...listed, version: 1, next: 'DONE', outbox: [], task: null });
    }
    const at = { url: instance.url, root: new URL(instance.url).origin, data, logged: () => '', kill: instance.stop };
    for (const advance of NIGHTS) await move(at, { advance });
    const nights = await balances.nightsBefore('2027-01-01', 30);
    expect(nights.map(({ found, children }) => [found, children])).toEqual(NIGHTS.map(() => [0, 50]));

    const [lost = ''] = references;
    const Key = { pk: { S: `REF#${lost}` }, sk: { S: 'CASE' } };
    await client.send(new DeleteItemCommand({ TableName, Key }));
    await move(at, { advance: 'P1D' });
    const [last] = await balances.nightsBefore('2027-01-01', 1);
    expect(last?.findings).toMatchObject([{ reference: lost, fault: 'NOT_AS_LAST_NIGHT' }]);
  } finally {
    await instance.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
