import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { BUCKET, startS3, temporaryFolder } from './local-s3.ts';

async function put(client: S3Client, Key: string, Body = 'x'): Promise<string> {
  const { VersionId = '' } = await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
  return VersionId;
}

const list = (client: S3Client, more: Partial<ListObjectVersionsCommandInput> = {}) =>
  client.send(new ListObjectVersionsCommand({ Bucket: BUCKET, ...more }));

test('versions are listed by key, the newest of a key first, each with its size', async () => {
  const { client } = await startS3();
  const second = await put(client, 'b/2');
  const first = await put(client, 'b/1', 'four');
  const newest = await put(client, 'b/1', 'three');
  const { Versions, IsTruncated } = await list(client);
  expect(Versions).toMatchObject([
    { Key: 'b/1', VersionId: newest, IsLatest: true, Size: 5 },
    { Key: 'b/1', VersionId: first, IsLatest: false, Size: 4 },
    { Key: 'b/2', VersionId: second, IsLatest: true, Size: 1 },
  ]);
  expect(IsTruncated).toBe(false);
});

test('a prefix lists every key that begins with it and no other, also once keys are known', async () => {
  const { client } = await startS3();
  for (const key of ['a/1', 'a/11', 'a/2', 'b/1']) await put(client, key);
  for (const _ of [1, 2]) {
    const { Versions = [] } = await list(client, { Prefix: 'a/1' });
    expect(Versions.map(({ Key }) => Key)).toEqual(['a/1', 'a/11']);
  }
  expect((await list(client, { Prefix: 'c' })).Versions).toBeUndefined();
});

test('a delete marker is listed as one, and is the latest of its key', async () => {
  const { client } = await startS3();
  const kept = await put(client, 'a/<1>');
  const { VersionId: marker } = await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a/<1>' }));
  const found = await list(client);
  expect(found.DeleteMarkers).toMatchObject([{ Key: 'a/<1>', VersionId: marker, IsLatest: true }]);
  expect(found.Versions).toMatchObject([{ Key: 'a/<1>', VersionId: kept, IsLatest: false }]);
});

test('a list goes on after the last version of the one before', async () => {
  const { client } = await startS3();
  const versions = [await put(client, 'a'), await put(client, 'a'), await put(client, 'b')];
  const page = await list(client, { MaxKeys: 1 });
  expect(page).toMatchObject({ IsTruncated: true, Versions: [{ Key: 'a', VersionId: versions[1] }] });
  const markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
  expect(await list(client, markers)).toMatchObject({
    IsTruncated: false,
    Versions: [{ VersionId: versions[0] }, { VersionId: versions[2] }],
  });
  expect((await list(client, { KeyMarker: 'a' })).Versions).toMatchObject([{ Key: 'b' }]);
});

test('a version that was deleted is on no list and on no disk', async () => {
  const folder = temporaryFolder();
  const { client } = await startS3({ folder });
  const VersionId = await put(client, 'a/1', 'what nobody may read any more');
  await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a/1', VersionId }));
  await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'a/1', VersionId }));
  expect((await list(client)).Versions).toBeUndefined();
  const [key = ''] = readdirSync(join(folder, BUCKET));
  expect(readdirSync(join(folder, BUCKET, key))).toEqual([]);
});

test('what the list does not have is refused, not left out', async () => {
  const { client } = await startS3();
  await expect(list(client, { Delimiter: '/' })).rejects.toMatchObject({ name: 'NotImplemented' });
  await expect(list(client, { MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' });
});
