import { S3Client } from '@aws-sdk/client-s3';
import type { FilesToErase, StoredFile } from '#domain/ports/erasure.ts';
import { limits } from '../aws/limits.ts';
import { deleteVersions, versionsUnder } from './versions-under.ts';

const FILES = 'evidence/';
/** Where pages are kept that staff were sent; see page-store.ts. */
const PAGES = ['pages/', 'shown/'];

/** The bucket of the files as what must go is taken out of it, with every version and every delete marker. */
export function createFilesToErase(settings: { bucket: string; client?: S3Client }): FilesToErase {
  const { bucket, client = new S3Client({ ...limits(3) }) } = settings;
  return {
    all: async () => {
      const newest = new Map<string, StoredFile>();
      for (const { Key = '', LastModified } of await versionsUnder(client, bucket, FILES)) {
        const at = LastModified?.toISOString() ?? '';
        if (at < (newest.get(Key)?.at ?? at)) continue;
        newest.set(Key, { key: Key, id: Key.slice(Key.lastIndexOf('/') + 1), at });
      }
      return [...newest.values()];
    },
    remove: async (key) => {
      const versions = await versionsUnder(client, bucket, key);
      // A prefix is the beginning of other keys too.
      await deleteVersions(
        client,
        bucket,
        versions.filter(({ Key }) => Key === key),
      );
    },
    removePages: async (reference) => {
      for (const folder of PAGES) {
        await deleteVersions(client, bucket, await versionsUnder(client, bucket, `${folder}${reference}/`));
      }
    },
  };
}
