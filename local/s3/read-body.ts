import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

const MAX_BYTES = 26 * 1024 * 1024;

/** The whole body, at most 26 MB. A larger one is read to its end first: a client that is still sending reads no answer. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > MAX_BYTES) {
    const message = 'Your proposed upload exceeds the maximum allowed size';
    throw new S3Error('EntityTooLarge', message, { ProposedSize: size, MaxSizeAllowed: MAX_BYTES });
  }
  return Buffer.concat(chunks);
}
