import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { UploadForm } from '#domain/ports/services.ts';

// Metadata of an object is at most 2 KB, and one character of a name can take twelve bytes of it.
const NAME_LENGTH = 100;

export async function uploadForm(
  client: S3Client,
  bucket: string,
  key: string,
  wanted: { fileName: string; contentType: string; maxBytes: number; seconds: number; redirectTo?: string },
): Promise<UploadForm> {
  const name = [...wanted.fileName.toWellFormed()].slice(0, NAME_LENGTH).join('');
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Expires: wanted.seconds,
    Conditions: [
      ['content-length-range', 1, wanted.maxBytes],
      ['eq', '$Content-Type', wanted.contentType],
    ],
    Fields: {
      'Content-Type': wanted.contentType,
      'x-amz-meta-filename': encodeURIComponent(name),
      ...(wanted.redirectTo !== undefined && { success_action_redirect: wanted.redirectTo }),
    },
  });
  return { url, fields };
}
