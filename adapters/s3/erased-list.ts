import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ErasedList } from '#domain/ports/erasure.ts';
import { type Erased, erasedSchema } from '#domain/process/erased.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { versionsUnder } from './versions-under.ts';

const PREFIX = 'erased/';
type Entry = Pick<Erased, 'reference' | 'at'>;

/** The key says who and when, so that a list of keys is the list of the erased. */
const keyOf = ({ reference, at }: Entry) => `${PREFIX}${reference}/${at.replaceAll(/[:.]/g, '-')}.json`;
const KEY = /^erased\/([^/]+)\/(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.json$/;

/** The list of what was erased, in the locked bucket of the seals: no one can take an entry out, and a restore does not reach it. */
export function createErasedList(settings: { bucket: string; client?: S3Client }): ErasedList {
  const { bucket: Bucket, client = s3Client() } = settings;
  return {
    entries: async () => {
      const keys = new Set((await versionsUnder(client, Bucket, PREFIX)).map(({ Key = '' }) => Key));
      return [...keys].flatMap((key) => {
        const [, reference, day, h, m, s, ms] = KEY.exec(key) ?? [];
        return reference === undefined ? [] : [{ reference, at: `${day}T${h}:${m}:${s}.${ms}Z` }];
      });
    },
    read: async (entry) => {
      // What was put first counts, whatever was put over it or marked as deleted.
      const first = (await versionsUnder(client, Bucket, keyOf(entry))).findLast(({ isMarker }) => !isMarker);
      if (first === undefined) return undefined;
      const { Key, VersionId } = first;
      const { Body } = await ask('S3', () => client.send(new GetObjectCommand({ Bucket, Key, VersionId })));
      return erasedSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    },
    add: async (entry) => {
      const object = { Bucket, Key: keyOf(entry), ContentType: 'application/json', Body: `${JSON.stringify(entry)}\n` };
      const request = new PutObjectCommand({ ...object, IfNoneMatch: '*' });
      await ask('S3', () => client.send(request), { PreconditionFailed: undefined });
    },
  };
}

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
