import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { SealStore } from '#domain/ports/seals.ts';
import { type NightSeal, nightSealSchema } from '#domain/process/night-seal.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { versionsUnder } from './versions-under.ts';

const PREFIX = 'seals/';

/** So many digits that keys stand in the order of their numbers for longer than anyone counts nights. */
const keyOf = (n: number) => `${PREFIX}${String(n).padStart(8, '0')}.json`;

/** The seals in one S3 bucket whose object lock keeps every version. What was put first under a key is what counts. */
export function createSealStore(settings: { bucket: string; client?: S3Client }): SealStore {
  const { bucket: Bucket, client = s3Client() } = settings;
  const versions = (prefix: string) => versionsUnder(client, Bucket, prefix);
  return {
    entries: async () => {
      const copies = new Map<number, number>();
      for (const { Key } of await versions(PREFIX)) {
        const n = Number.parseInt((Key ?? '').slice(PREFIX.length), 10);
        copies.set(n, (copies.get(n) ?? 0) + 1);
      }
      return [...copies].map(([n, count]) => ({ n, copies: count })).sort((a, b) => a.n - b.n);
    },
    read: async (n) => {
      const first = (await versions(keyOf(n))).findLast(({ isMarker }) => !isMarker);
      if (first === undefined) return undefined;
      const { Key, VersionId } = first;
      const { Body } = await ask('S3', () => client.send(new GetObjectCommand({ Bucket, Key, VersionId })));
      return nightSealSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    },
    put: async (seal) => {
      const object = { Bucket, Key: keyOf(seal.n), ContentType: 'application/json', Body: textOf(seal) };
      const request = new PutObjectCommand({ ...object, IfNoneMatch: '*' });
      return (await ask('S3', () => client.send(request), { PreconditionFailed: undefined })) !== undefined;
    },
  };
}

const textOf = (seal: NightSeal) => `${JSON.stringify(seal)}\n`;

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
