import { GetObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';

/** One file of a bucket as it stands now, under its key. */
interface Found {
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The files of a bucket. */
export interface Files {
  all(): AsyncIterable<Found>;
}

/** A bucket of S3. Each file is read in its newest version; one that was deleted is left out. */
export function bucketOf(client: S3Client, Bucket: string): Files {
  return {
    async *all() {
      let from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
      while (from !== undefined) {
        const page: Awaited<ReturnType<typeof versionsFrom>> = await versionsFrom(client, Bucket, from);
        for (const key of page.keys) yield { key, bytes: await bytesOf(client, Bucket, key) };
        from = page.next;
      }
    },
  };
}

async function versionsFrom(
  client: S3Client,
  Bucket: string,
  from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined },
) {
  const page = await client.send(new ListObjectVersionsCommand({ Bucket, ...from }));
  const keys = (page.Versions ?? []).flatMap(({ Key, IsLatest }) => (IsLatest && Key !== undefined ? [Key] : []));
  const next = page.IsTruncated
    ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
    : undefined;
  return { keys, next };
}

async function bytesOf(client: S3Client, Bucket: string, Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}
