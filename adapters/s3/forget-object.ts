import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { ask } from '../aws/ask.ts';

/** Deletes every version of one object, whether or not there is any; cut off in between, what is left goes the next time. */
export async function forgetObject(client: S3Client, Bucket: string, Key: string): Promise<void> {
  for (;;) {
    const list = new ListObjectVersionsCommand({ Bucket, Prefix: Key });
    const { Versions = [], DeleteMarkers = [], IsTruncated = false } = await ask('S3', () => client.send(list));
    // A prefix is the beginning of other keys too.
    const versions = [...Versions, ...DeleteMarkers].filter((version) => version.Key === Key);
    await Promise.all(
      versions.map(({ VersionId }) =>
        ask('S3', () => client.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))),
      ),
    );
    if (!IsTruncated || versions.length === 0) return;
  }
}
