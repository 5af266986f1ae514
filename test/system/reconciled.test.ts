import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { dynamoTable } from '#adapters/records/dynamodb/table.ts';
import { dynamoWholeTable } from '#adapters/records/dynamodb/whole-table.ts';
import { openFindings } from '#domain/process/reconciliation.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { views } from '#tools/views.ts';
import { move } from './window.ts';

type Instance = Awaited<ReturnType<typeof startInstance>>;
let instance: Instance;
const data = mkdtempSync(join(tmpdir(), 'small-steps-reconciled-'));

beforeAll(async () => {
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-28T09:00'), views, cold: true });
});
afterAll(async () => {
  await instance.stop();
  rmSync(data, { recursive: true, force: true });
});

/** The records of the service that runs, as anyone could alter them past it. */
function records() {
  const client = dynamoClient({ region: 'eu-west-2', credentials: RUN_KEY, endpoint: instance.endpoints.dynamodb });
  const tableName = instance.tableName ?? '';
  const at = { url: instance.url, root: new URL(instance.url).origin, data, logged: () => '', kill: instance.stop };
  const table = dynamoTable(client, tableName);
  const whole = dynamoWholeTable(tableName, client);
  return {
    table,
    stores: createDynamoStores({ tableName, client }),
    fiveMinutes: () => move(at, { advance: 'PT5M' }),
    /** Everything that is stored but what the clock itself writes anew. */
    everything: async () => {
      const { items } = await whole.page(undefined, 10_000);
      return items.filter(({ sk }) => !['RECONCILIATION', 'ROLLUP', 'LEASE'].includes(sk));
    },
  };
}

test('a child whom the list shows in another town is shown where they wait again within five minutes, and twice is as once', async () => {
  const { table, stores, fiveMinutes, everything } = records();
  const reference = referenceFor('local', 'another town', 0);
  const listed = caseAfter(['accepted', 'band confirmed'], reference);
  await stores.cases.createCase({ ...listed, version: 1, next: 'DONE', outbox: [], task: null });
  const right = await table.get(`REF#${reference}`, 'CASE');
  if (!right) throw new Error('The case is not there.');
  await table.put({ ...right, listKey: 'INITIAL_ASSESSMENT#Nowhere', rowBand: 4 });

  await fiveMinutes();

  expect(await table.get(`REF#${reference}`, 'CASE')).toEqual(right);
  const known = await stores.reconciliations.readReconciliation();
  expect(known?.repaired).toMatchObject([{ reference, item: 'CASE', fault: 'KEYS' }]);

  const before = await everything();
  await fiveMinutes();
  expect(await everything()).toEqual(before);
});

test('a case that is damaged is named within five minutes and left as it is', async () => {
  const { table, stores, fiveMinutes } = records();
  const reference = referenceFor('local', 'damaged', 0);
  const listed = caseAfter(['accepted'], reference);
  await stores.cases.createCase({ ...listed, version: 1, next: 'DONE', outbox: [], task: null });
  const item = await table.get(`REF#${reference}`, 'CASE');
  if (!item) throw new Error('The case is not there.');
  const damaged = { ...item, status: 7 };
  await table.put(damaged);

  await fiveMinutes();

  const known = await stores.reconciliations.readReconciliation();
  expect(known && openFindings(known)).toMatchObject([{ reference, item: 'CASE', fault: 'UNREADABLE' }]);
  expect(await table.get(`REF#${reference}`, 'CASE')).toEqual(damaged);
});
