import { gunzipSync, gzipSync } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PageName, PageStore } from '#domain/ports/pages.ts';
import { sha256 } from '#domain/values/hash.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

/** More than any page is: what unpacks to more is none of ours. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Ids and a hash only, each made by this service. */
const keyOf = ({ reference, taskId, person, hash }: PageName) => `pages/${reference}/${taskId}/${person}/${hash}`;

/** Pages in the bucket of evidence, compressed, under a folder of their own and under the case. */
export function createPageStore(settings: { bucket: string; client?: S3Client }): PageStore {
  const { bucket: Bucket, client = new S3Client({ ...limits(3) }) } = settings;
  return {
    keep: async (name, html) => {
      const object = { Bucket, Key: keyOf(name), ContentType: 'application/gzip', Body: gzipSync(html) };
      await ask('S3', () => client.send(new PutObjectCommand(object)));
    },
    read: async (name) => {
      const request = new GetObjectCommand({ Bucket, Key: keyOf(name) });
      const found = await ask('S3', () => client.send(request), { NoSuchKey: undefined, NotFound: undefined });
      const bytes = await found?.Body?.transformToByteArray();
      if (!bytes) return undefined;
      const html = gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
      return sha256(html) === name.hash ? html : undefined;
    },
  };
}
