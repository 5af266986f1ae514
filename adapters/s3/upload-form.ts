import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { UploadForm } from '#domain/ports/services.ts';

/** The name of the file stays with who sends it: it may name the child, and an object's metadata is never encrypted. */
export async function uploadForm(
  client: S3Client,
  bucket: string,
  key: string,
  wanted: { contentType: string; minBytes?: number; maxBytes: number; seconds: number; redirectTo?: string },
): Promise<UploadForm> {
  const { url, fields } = await createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Expires: wanted.seconds,
    Conditions: [
      ['content-length-range', wanted.minBytes ?? 1, wanted.maxBytes],
      ['eq', '$Content-Type', wanted.contentType],
    ],
    Fields: {
      'Content-Type': wanted.contentType,
      ...(wanted.redirectTo !== undefined && { success_action_redirect: wanted.redirectTo }),
    },
  });
  return { url, fields };
}
