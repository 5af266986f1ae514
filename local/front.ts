import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import * as timers from 'node:timers/promises';
import type { Answer } from './api-gateway/answer.ts';
import { reasonOf, StartError } from './start-error.ts';

export type Listening = { port: number; close(): void };

const PORT_PATIENCE_MS = 1_500;

/** Listens on 127.0.0.1 and, where this machine has it, on ::1, because "localhost" may mean either. */
export async function listenLocally(listener: RequestListener, port: number): Promise<Listening> {
  const main = createServer(listener);
  const chosen = await listen(main, port, '127.0.0.1');
  const other = createServer(listener);
  try {
    await listen(other, chosen, '::1');
  } catch (error) {
    other.close();
    if (error instanceof StartError && port !== 0) {
      closeNow(main);
      throw error;
    }
  }
  return {
    port: chosen,
    close: () => {
      closeNow(main);
      closeNow(other);
    },
  };
}

/** Waits a moment for a port that is taken: the one who had it may just be ending. */
export async function listen(
  server: Server,
  port: number,
  host: string,
  patienceMs = PORT_PATIENCE_MS,
): Promise<number> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      server.listen({ port, host });
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
      if (performance.now() >= until)
        throw new StartError(`Port ${port} is taken. Stop what uses it, or pass another --port.`);
      await timers.setTimeout(100);
    }
  }
}

export function closeNow(server: Server): void {
  server.close();
  server.closeAllConnections();
}

/** Answers every request with what `serve` says, under the simulated Date. */
export function answering(
  serve: (request: Parameters<RequestListener>[0]) => Promise<Answer>,
  now: () => number,
): RequestListener {
  return async (request, response) => {
    try {
      const answer = await serve(request);
      response.sendDate = false;
      response.setHeader('Date', new Date(now()).toUTCString());
      for (const [name, value] of answer.headers) response.setHeader(name, value);
      response.statusCode = answer.status;
      const body = Buffer.from(answer.body);
      if (answer.status !== 204 && answer.status !== 304) response.setHeader('Content-Length', body.length);
      response.end(body);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`The embedded run failed: ${reasonOf(error)}\n`);
    }
  };
}
