import {
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { SealStore } from '#domain/ports/seals.ts';
import { type NightSeal, nightSealSchema } from '#domain/process/night-seal.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

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

type Version = Pick<ObjectVersion, 'Key' | 'VersionId'> & { readonly isMarker: boolean };

/** Every version and delete marker under a prefix, those of one key from the newest to the first. */
async function versionsUnder(client: S3Client, Bucket: string, Prefix: string): Promise<readonly Version[]> {
  const found: Version[] = [];
  let from: ListObjectVersionsCommandInput | undefined = { Bucket, Prefix };
  while (from !== undefined) {
    const page = await pageOf(client, from);
    found.push(...(page.Versions ?? []).map((one) => ({ ...one, isMarker: false })));
    found.push(...(page.DeleteMarkers ?? []).map((one) => ({ ...one, isMarker: true })));
    const next = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    from = page.IsTruncated ? { Bucket, Prefix, ...next } : undefined;
  }
  return found;
}

function pageOf(client: S3Client, input: ListObjectVersionsCommandInput): Promise<ListObjectVersionsCommandOutput> {
  return ask('S3', () => client.send(new ListObjectVersionsCommand(input)));
}

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
