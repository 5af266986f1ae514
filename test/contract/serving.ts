import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A server on this machine for one test; answers where it is. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}`;
}

/** A server that answers from the operation of a request, as its header X-Amz-Target names it, and its body. */
export function servingAws(handle: (target: string, body: string) => Answer | Promise<Answer>): Promise<string> {
  return serving(async (request, response) => {
    const { status, body } = await handle(String(request.headers['x-amz-target'] ?? ''), await text(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  });
}

/** A server that hangs up on every request, and how many came. */
export async function hangingUp(): Promise<{ endpoint: string; requests: () => number }> {
  let count = 0;
  const endpoint = await serving((request) => {
    count += 1;
    request.socket.destroy();
  });
  return { endpoint, requests: () => count };
}

/** What AWS says of an error: it may quote what was stored. */
export const KEPT_BACK = 'a message that must not be passed on';

/** An error as the JSON protocols of AWS write it. */
export function jsonError(status: number, code: string): Answer {
  return { status, body: JSON.stringify({ __type: code, message: KEPT_BACK }) };
}

/** Settings of a client of this machine. */
export function clientOf(endpoint: string) {
  return { endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' } };
}
