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

/** No browser shows it, and one that tried would only save it under another name. */
const SAVED: EvidenceContentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The file is called `name` or its id: the name it was sent with may name the child, and a URL is kept in many places. It
 * opens in the browser as what it is: a form uploads everything as bytes of no type.
 */
export function downloadUrl(
  client: S3Client,
  object: ObjectVersion,
  {
    evidenceId,
    contentType,
    name = evidenceId,
  }: { evidenceId: string; contentType: EvidenceContentType; name?: string },
  seconds: number,
): Promise<string> {
  const opening = new GetObjectCommand({
    ...object,
    ResponseContentType: contentType,
    ResponseContentDisposition: `${contentType === SAVED ? 'attachment' : 'inline'}; filename="${safe(name)}${extensions[contentType]}"`,
  });
  return getSignedUrl(client, opening, { expiresIn: seconds });
}

/** A header holds nothing but what every system can have in a file's name. */
const safe = (name: string) => name.replace(/[^A-Za-z0-9_-]+/g, '-');
