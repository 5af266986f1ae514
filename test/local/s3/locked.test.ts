import { DeleteObjectCommand, GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { Lock } from '#local/s3/lock.ts';
import { locksOf } from '#local/s3/lock.ts';
import { BUCKET, clientOf, MINUTE, startS3 } from './local-s3.ts';

const ONE_DAY = new Map<string, Lock>([[BUCKET, { mode: 'COMPLIANCE', days: 1 }]]);
const KEY = { Bucket: BUCKET, Key: 'seals/2026-11-29.json' };
const put = (Body: string, more = {}) => new PutObjectCommand({ ...KEY, Body, ...more });

test('a locked version stays until its day is over; then it can be deleted', async () => {
  const { client, clock } = await startS3({ locks: ONE_DAY });
  const { VersionId } = await client.send(put('first'));
  const remove = new DeleteObjectCommand({ ...KEY, VersionId });

  await expect(client.send(remove)).rejects.toMatchObject({ name: 'AccessDenied' });
  clock.ahead = 24 * 60 * MINUTE - MINUTE;
  await expect(client.send(remove)).rejects.toMatchObject({ name: 'AccessDenied' });
  clock.ahead += 2 * MINUTE;
  await client.send(remove);
  await expect(client.send(new GetObjectCommand(KEY))).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a put over a locked key is a new version and the first one is still there, also behind a delete marker', async () => {
  const { client } = await startS3({ locks: ONE_DAY });
  const { VersionId } = await client.send(put('first'));
  await client.send(put('second'));
  await client.send(new DeleteObjectCommand(KEY));

  const first = await client.send(new GetObjectCommand({ ...KEY, VersionId }));
  const { Versions, DeleteMarkers } = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));
  expect(await first.Body?.transformToString()).toBe('first');
  expect(first).toMatchObject({ ObjectLockMode: 'COMPLIANCE' });
  expect([Versions?.length, DeleteMarkers?.length]).toEqual([2, 1]);
});

test('what comes without a checksum is not locked but refused', async () => {
  const { endpoint } = await startS3({ locks: ONE_DAY });
  const client = clientOf(endpoint, 'local-secret');
  client.config.requestChecksumCalculation = async () => 'WHEN_REQUIRED';

  await expect(client.send(put('first'))).rejects.toMatchObject({ name: 'InvalidRequest' });
});

test('a put under If-None-Match finds the key taken, and free again behind a delete marker', async () => {
  const { client } = await startS3();
  const ifAbsent = put('again', { IfNoneMatch: '*' });
  await client.send(put('first', { IfNoneMatch: '*' }));

  await expect(client.send(ifAbsent)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await client.send(new DeleteObjectCommand(KEY));
  await client.send(ifAbsent);
});

test('of several such puts at the same time one is stored', async () => {
  const { client } = await startS3();
  const results = await Promise.allSettled(['a', 'b', 'c'].map((body) => client.send(put(body, { IfNoneMatch: '*' }))));
  const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket: BUCKET }));

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(Versions).toHaveLength(1);
});

test('another condition is refused, never passed over', async () => {
  const { client } = await startS3();

  await expect(client.send(put('first', { IfMatch: '"etag"' }))).rejects.toMatchObject({ name: 'NotImplemented' });
});

test('a template locks by days or by years', () => {
  const locked = (retention: object) => ({
    name: 'seals',
    properties: { ObjectLockConfiguration: { Rule: { DefaultRetention: retention } } },
  });

  expect(locksOf([locked({ Mode: 'COMPLIANCE', Days: 30 })]).get('seals')).toEqual({ mode: 'COMPLIANCE', days: 30 });
  expect(locksOf([locked({ Mode: 'GOVERNANCE', Years: 2 })]).get('seals')).toEqual({ mode: 'GOVERNANCE', days: 730 });
  expect(locksOf([{ name: 'evidence', properties: {} }]).size).toBe(0);
});
