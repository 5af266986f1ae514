import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { ask } from '../aws/ask.ts';
import type { ObjectVersion } from './object-version.ts';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/** The file is saved under its id: the name it was sent with may name the child, and a URL is kept in many places. */
export async function downloadUrl(
  client: S3Client,
  object: ObjectVersion,
  id: string,
  seconds: number,
): Promise<string> {
  const head = new HeadObjectCommand(object);
  const found = await ask('S3', () => client.send(head), { NotFound: undefined, NoSuchKey: undefined });
  const extension = extensions[found?.ContentType ?? ''] ?? '';
  const opening = new GetObjectCommand({
    ...object,
    ResponseContentDisposition: `attachment; filename="${id}${extension}"`,
  });
  return getSignedUrl(client, opening, { expiresIn: seconds });
}
