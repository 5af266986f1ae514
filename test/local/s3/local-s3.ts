import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { createS3, type S3Options } from '#local/s3/create-s3.ts';
import { anyone } from '#test/local/iam/anyone.ts';

export const BUCKET = 'evidence';
export const MINUTE = 60_000;

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-s3-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A local S3 for one test, whose clock runs with ours and can be moved ahead. */
export async function startS3(options: Partial<S3Options> = {}) {
  const clock = { ahead: 0 };
  const { handler } = createS3({
    folder: options.folder ?? temporaryFolder(),
    now: () => Date.now() + clock.ahead,
    buckets: [BUCKET],
    access: anyone(),
    ...options,
  });
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  return { clock, endpoint, client: clientOf(endpoint, 'local-secret') };
}

export function clientOf(endpoint: string, secretAccessKey: string): S3Client {
  return new S3Client({ endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey } });
}
