import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ask } from '../aws/ask.ts';

export type Version = Pick<ObjectVersion, 'Key' | 'VersionId' | 'LastModified'> & { readonly isMarker: boolean };

/** Every version and delete marker under a prefix, those of one key from the newest to the first. */
export async function versionsUnder(client: S3Client, Bucket: string, Prefix: string): Promise<readonly Version[]> {
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

/** Deletes these versions for good. */
export async function deleteVersions(client: S3Client, Bucket: string, versions: readonly Version[]): Promise<void> {
  for (const { Key, VersionId } of versions) {
    await ask('S3', () => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId })));
  }
}
