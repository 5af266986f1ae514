import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, startS3, temporaryFolder } from './local-s3.ts';

const Key = 'evidence/EV-1/report of the visit.pdf';
const at = { Bucket: BUCKET, Key };

async function read(client: S3Client, more: { Range?: string; VersionId?: string } = {}): Promise<string> {
  const { Body } = await client.send(new GetObjectCommand({ ...at, ...more }));
  return (await Body?.transformToString()) ?? '';
}

async function scanOf(client: S3Client): Promise<string | undefined> {
  const { TagSet = [] } = await client.send(new GetObjectTaggingCommand(at));
  return TagSet.find((tag) => tag.Key === 'GuardDutyMalwareScanStatus')?.Value;
}

test('an object comes back with its bytes, type, metadata and version', async () => {
  const { client } = await startS3();
  const put = await client.send(
    new PutObjectCommand({ ...at, Body: '%PDF-1.7 report', ContentType: 'application/pdf', Metadata: { by: 'nurse' } }),
  );
  const head = await client.send(new HeadObjectCommand(at));
  expect(head).toMatchObject({
    ContentLength: 15,
    ContentType: 'application/pdf',
    Metadata: { by: 'nurse' },
    ETag: put.ETag,
    VersionId: put.VersionId,
  });
  expect(await read(client)).toBe('%PDF-1.7 report');
});

test('a streamed upload with a checksum at its end is stored without the framing', async () => {
  const { client } = await startS3();
  const bytes = Buffer.alloc(200_000, 'abcdefghij');
  const Body = Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)], { objectMode: false });
  await client.send(new PutObjectCommand({ ...at, Body, ContentLength: bytes.length }));
  expect(await read(client)).toBe(bytes.toString());
});

test('an upload whose checksum does not match its bytes is refused', async () => {
  const { client } = await startS3();
  const put = client.send(new PutObjectCommand({ ...at, Body: 'one', ChecksumCRC32: 'AAAAAA==' }));
  await expect(put).rejects.toMatchObject({ name: 'BadDigest' });
});

test('the first bytes and the last bytes can be read alone, and a range past the end is refused', async () => {
  const { client } = await startS3();
  await client.send(new PutObjectCommand({ ...at, Body: '0123456789' }));
  expect(await read(client, { Range: 'bytes=0-3' })).toBe('0123');
  expect(await read(client, { Range: 'bytes=8-99' })).toBe('89');
  expect(await read(client, { Range: 'bytes=-2' })).toBe('89');
  await expect(read(client, { Range: 'bytes=10-12' })).rejects.toMatchObject({ name: 'InvalidRange' });
});

test('each put is a new version, and the old one can still be read by its id', async () => {
  const { client } = await startS3();
  const first = await client.send(new PutObjectCommand({ ...at, Body: 'first' }));
  await client.send(new PutObjectCommand({ ...at, Body: 'second' }));
  expect(await read(client)).toBe('second');
  expect(await read(client, { VersionId: String(first.VersionId) })).toBe('first');
  await expect(read(client, { VersionId: '../../secret' })).rejects.toMatchObject({ name: 'NoSuchVersion' });
});

test('a deleted object is gone, and its version is still there', async () => {
  const { client } = await startS3();
  const { VersionId } = await client.send(new PutObjectCommand({ ...at, Body: 'kept' }));
  await client.send(new DeleteObjectCommand(at));
  await expect(read(client)).rejects.toMatchObject({ name: 'NoSuchKey' });
  expect(await read(client, { VersionId: String(VersionId) })).toBe('kept');
  await client.send(new DeleteObjectCommand({ ...at, VersionId }));
  await expect(read(client, { VersionId: String(VersionId) })).rejects.toMatchObject({ name: 'NoSuchVersion' });
});

test('the head of a missing object is 404', async () => {
  const { client } = await startS3();
  await expect(client.send(new HeadObjectCommand(at))).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
});

test('an unknown bucket, an unsigned request and an operation that is left out are refused by their codes', async () => {
  const { client, endpoint } = await startS3();
  const elsewhere = client.send(new HeadObjectCommand({ Bucket: 'other', Key }));
  await expect(elsewhere).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  const unsigned = await fetch(`${endpoint}/${BUCKET}/${Key}`);
  expect([unsigned.status, await unsigned.text()]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')]);
  await expect(client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).rejects.toMatchObject({
    name: 'NotImplemented',
  });
});

test('the scan is pending until its delay has passed on the simulated clock', async () => {
  const { client, clock } = await startS3({ scanDelaySeconds: 30 });
  await client.send(new PutObjectCommand({ ...at, Body: 'clean' }));
  expect(await scanOf(client)).toBeUndefined();
  clock.ahead = 30_001;
  expect(await scanOf(client)).toBe('NO_THREATS_FOUND');
});

test('a file with the EICAR test string is tagged as a threat', async () => {
  const { client } = await startS3();
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  await client.send(new PutObjectCommand({ ...at, Body: `%PDF-1.7 ${eicar}` }));
  expect(await scanOf(client)).toBe('THREATS_FOUND');
});

test('tags that were put come back beside the scan', async () => {
  const { client } = await startS3();
  await client.send(new PutObjectCommand({ ...at, Body: 'a', Tagging: 'kind=report' }));
  await client.send(new PutObjectTaggingCommand({ ...at, Tagging: { TagSet: [{ Key: 'a&b', Value: '<1>' }] } }));
  const { TagSet } = await client.send(new GetObjectTaggingCommand(at));
  expect(TagSet).toEqual([
    { Key: 'a&b', Value: '<1>' },
    { Key: 'GuardDutyMalwareScanStatus', Value: 'NO_THREATS_FOUND' },
  ]);
});

test('another server on the same folder has the objects, and does not see an upload that was half-finished', async () => {
  const folder = temporaryFolder();
  const first = await startS3({ folder });
  await first.client.send(new PutObjectCommand({ ...at, Body: 'whole' }));
  const [hash = ''] = readdirSync(join(folder, BUCKET));
  writeFileSync(join(folder, BUCKET, hash, '9999999999.0000.bin'), 'half');
  writeFileSync(join(folder, BUCKET, hash, '9999999999.0000.json.0000.part'), '{"bucket":');
  const second = await startS3({ folder });
  expect(await read(second.client)).toBe('whole');
  await second.client.send(new PutObjectCommand({ ...at, Body: 'after' }));
  expect(await read(first.client)).toBe('after');
});

test('onObject is told of each object that was put', async () => {
  const told: string[] = [];
  const { client } = await startS3({ onObject: (object) => told.push(object.key) });
  await client.send(new PutObjectCommand({ ...at, Body: 'a' }));
  expect(told).toEqual([Key]);
});

test('every answer carries the simulated time', async () => {
  const { endpoint } = await startS3({ now: () => Date.parse('2026-09-24T08:00:00.000Z') });
  expect((await fetch(endpoint)).headers.get('date')).toBe('Thu, 24 Sep 2026 08:00:00 GMT');
});
