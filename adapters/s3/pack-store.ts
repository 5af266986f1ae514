import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { PackStore } from '#domain/ports/packs.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

/** The downtime packs in a bucket of their own, which this function may put into and not read. */
export function createPackStore(settings: { bucket: string; client?: S3Client }): PackStore {
  const { bucket: Bucket, client = new S3Client(limits(3)) } = settings;
  return {
    putPack: async (name, archive) => {
      const object = { Bucket, Key: `packs/${name}`, ContentType: 'application/zip', Body: archive };
      await ask('S3', () => client.send(new PutObjectCommand(object)));
    },
  };
}
