import { once } from 'node:events';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { SESClient } from '@aws-sdk/client-ses';
import { onTestFinished } from 'vitest';
import { createSes, type SesOptions } from '#local/ses/create-ses.ts';

export const NOW = Date.parse('2026-09-24T08:00:00.000Z');

/** A local SES for one test, behind the real client, which is told to try once. */
export async function startSes(options: Partial<SesOptions> = {}) {
  const ses = createSes({ database: new DatabaseSync(':memory:'), now: () => NOW, ...options });
  const server = createServer(async (request, response) => {
    const { status, body } = ses.handle(await text(request));
    response.writeHead(status, { 'content-type': 'text/xml', date: new Date(NOW).toUTCString() }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = new SESClient({
    endpoint: `http://127.0.0.1:${address.port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return { ses, client };
}
