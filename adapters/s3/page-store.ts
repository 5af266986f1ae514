import { gunzipSync, gzipSync } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PageName, PageStore } from '#domain/ports/pages.ts';
import { sha256 } from '#domain/values/hash.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

/** More than any page is: what unpacks to more is none of ours. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Ids and a hash only, each made by this service. */
const keyOf = ({ reference, taskId, person, hash }: PageName) => `${reference}/${taskId}/${person}/${hash}`;
/** A rule of the bucket empties the first folder after a day or two; the second is kept with the referral. */
const SHOWN = 'shown';
const DECIDED = 'pages';

/** Pages in the bucket of evidence, compressed, under folders of their own and under the case. */
export function createPageStore(settings: { bucket: string; client?: S3Client }): PageStore {
  const { bucket: Bucket, client = new S3Client({ ...limits(3) }) } = settings;
  const put = async (folder: string, name: PageName, html: string) => {
    const object = { Bucket, Key: `${folder}/${keyOf(name)}`, ContentType: 'application/gzip', Body: gzipSync(html) };
    await ask('S3', () => client.send(new PutObjectCommand(object)));
  };
  const get = async (folder: string, name: PageName) => {
    const request = new GetObjectCommand({ Bucket, Key: `${folder}/${keyOf(name)}` });
    const found = await ask('S3', () => client.send(request), { NoSuchKey: undefined, NotFound: undefined });
    const bytes = await found?.Body?.transformToByteArray();
    if (!bytes) return undefined;
    const html = gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8');
    return sha256(html) === name.hash ? html : undefined;
  };
  return {
    keepShown: (name, html) => put(SHOWN, name, html),
    keepDecided: async (name) => {
      const html = await get(SHOWN, name);
      // It may have been decided on before: by a button pressed twice, or in an earlier release, which kept each page.
      if (html === undefined) return (await get(DECIDED, name)) !== undefined;
      await put(DECIDED, name, html);
      return true;
    },
    read: (name) => get(DECIDED, name),
  };
}
