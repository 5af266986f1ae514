import { once } from 'node:events';
import { createServer } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnsweringServer {
  readonly endpoint: string;
  /** How many requests came. */
  requests(): number;
  close(): void;
}

/** A server that gives every request the same answer, or hangs up without one. */
export async function answering(answer: Answer | 'HANG_UP'): Promise<AnsweringServer> {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    if (answer === 'HANG_UP') return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    requests: () => count,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An error as the JSON protocols of AWS write it. */
export function jsonError(status: number, code: string, message = 'a message that must not be passed on'): Answer {
  return {
    status,
    body: JSON.stringify({ __type: code, message }),
    headers: { 'content-type': 'application/x-amz-json-1.0' },
  };
}
