import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { EvidenceContentType } from '#domain/referral/document/content-types.ts';
import type { ObjectVersion } from './object-version.ts';

const extensions: Readonly<Record<EvidenceContentType, string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
};

/**
 * The file is saved under its id: the name it was sent with may name the child, and a URL is kept in many places. It opens as
 * what it is: a form uploads everything as bytes of no type, and no computer knows what to do with those.
 */
export function downloadUrl(
  client: S3Client,
  object: ObjectVersion,
  { evidenceId, contentType }: { evidenceId: string; contentType: EvidenceContentType },
  seconds: number,
): Promise<string> {
  const opening = new GetObjectCommand({
    ...object,
    ResponseContentType: contentType,
    ResponseContentDisposition: `attachment; filename="${evidenceId}${extensions[contentType]}"`,
  });
  return getSignedUrl(client, opening, { expiresIn: seconds });
}
