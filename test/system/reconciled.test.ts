import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
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
import { bodyOf } from '#test/cases.ts';
import { storedReferral } from '#test/http/records.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';
import { views } from '#tools/views.ts';
import { inTriage } from './api.ts';
import { move } from './window.ts';

const BUCKET = 'evidencebucket';
const executionOf = (name: string) => `arn:aws:states:eu-west-2:000000000000:execution:ReferralWorkflow:${name}`;

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
  const other = { region: 'eu-west-2', credentials: RUN_KEY, endpoint: instance.endpoints.other };
  const [states, s3] = [new SFNClient(other), new S3Client(other)];
  return {
    table,
    stores: createDynamoStores({ tableName, client }),
    ...{ at, s3 },
    fiveMinutes: () => move(at, { advance: 'PT5M' }),
    stop: (name: string) => states.send(new StopExecutionCommand({ executionArn: executionOf(name) })),
    statusOf: async (name: string) =>
      (await states.send(new DescribeExecutionCommand({ executionArn: executionOf(name) }))).status,
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
  await stores.referrals.putReferral({ ...storedReferral(bodyOf('C01', [])), reference });
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
  await stores.referrals.putReferral({ ...storedReferral(bodyOf('C01', [])), reference });
  const item = await table.get(`REF#${reference}`, 'CASE');
  if (!item) throw new Error('The case is not there.');
  const damaged = { ...item, status: 7 };
  await table.put(damaged);

  await fiveMinutes();

  const known = await stores.reconciliations.readReconciliation();
  expect(known && openFindings(known)).toMatchObject([{ reference, item: 'CASE', fault: 'UNREADABLE' }]);
  expect(await table.get(`REF#${reference}`, 'CASE')).toEqual(damaged);
});

test('an execution that someone stopped is restarted from its record within five minutes, and twice is as once', async () => {
  const { at, stores, fiveMinutes, stop } = records();
  const reference = await inTriage(at);
  await fiveMinutes();
  const asked = await stores.cases.readCase(reference);
  await stop(`${reference}-intake-1`);

  await fiveMinutes();

  const again = await stores.cases.readCase(reference);
  expect(again).toMatchObject({ run: 2, parked: null, outbox: [], task: { id: asked?.task?.id, round: 0 } });
  expect(again?.task?.token).not.toBe(asked?.task?.token);
  await fiveMinutes();
  expect((await stores.cases.readCase(reference))?.version).toBe(again?.version);
});

test('an execution that outlived its case is stopped within five minutes', async () => {
  const { at, stores, fiveMinutes, statusOf } = records();
  const reference = await inTriage(at);
  const theCase = await stores.cases.readCase(reference);
  if (!theCase) throw new Error('The case is not there.');
  const ended = { next: 'DONE', status: 'DECLINED', task: null } as const;
  await stores.cases.saveCase({ ...theCase, ...ended, outbox: [], version: theCase.version + 1 });
  expect(await statusOf(`${reference}-intake-1`)).toBe('RUNNING');

  await fiveMinutes();

  expect(await statusOf(`${reference}-intake-1`)).toBe('ABORTED');
});

test('a referral without a case is named within five minutes, and left as it is', async () => {
  const { stores, fiveMinutes } = records();
  const reference = referenceFor('local', 'half', 0);
  await stores.referrals.putReferral({ ...storedReferral(bodyOf('C01', [])), reference });

  await fiveMinutes();

  const known = await stores.reconciliations.readReconciliation();
  expect(known && openFindings(known)).toContainEqual(expect.objectContaining({ reference, fault: 'NO_CASE' }));
  expect(await stores.cases.readCase(reference)).toBeUndefined();
});

test('a document that was checked and is gone from the bucket is named within five minutes', async () => {
  const { at, stores, fiveMinutes, s3 } = records();
  const reference = await inTriage(at);
  await fiveMinutes();
  const before = await stores.reconciliations.readReconciliation();
  expect(before && openFindings(before).filter((one) => one.reference === reference)).toEqual([]);
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'evidence/' }));
  for (const { Key = '', VersionId } of Versions) {
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key, VersionId }));
  }

  await fiveMinutes();

  const known = await stores.reconciliations.readReconciliation();
  expect(known && openFindings(known)).toContainEqual(expect.objectContaining({ reference, fault: 'FILE_GONE' }));
});
