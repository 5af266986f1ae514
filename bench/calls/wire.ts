import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage, ServerResponse } from 'node:http';
import type { Span } from '../chain.ts';
import { type ActionName, actionOf } from './action.ts';

/** One call of a deployed function to an AWS service, as it went over the wire. */
export type Call = Span & ActionName & { by: string; status: number; asked: string; answered: string };

const CHANNEL = 'http.server.request.start';

/**
 * Records every call that functions make to the embedded AWS, by listening to this process's own HTTP servers. Each
 * answer to a function is held back for its `latencyOf`, as a network would. Calls made at the same time then overlap.
 */
export function recordCalls(latencyOf: (by: string) => number): { calls: Call[]; stop(): void } {
  const calls: Call[] = [];
  const onRequest = (message: unknown) => {
    const exchange = exchangeOf(message);
    if (exchange !== undefined) record(exchange, latencyOf(exchange.by), (call) => calls.push(call));
  };
  subscribe(CHANNEL, onRequest);
  return { calls, stop: () => unsubscribe(CHANNEL, onRequest) };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; by: string };

/** Only what a function of the stack asks: its name is in the SDK's user agent. */
function exchangeOf(message: unknown): Exchange | undefined {
  if (typeof message !== 'object' || message === null || !('request' in message) || !('response' in message)) return;
  const { request, response } = message;
  if (!(request instanceof IncomingMessage) || !(response instanceof ServerResponse)) return;
  const by = /\bapp\/(\w+)/.exec(request.headers['user-agent'] ?? '')?.[1];
  return by === undefined ? undefined : { request, response, by };
}

function record({ request, response, by }: Exchange, latencyMs: number, done: (call: Call) => void): void {
  const start = performance.now();
  const asked: Buffer[] = [];
  const answered: Buffer[] = [];
  const push = request.push.bind(request);
  request.push = (chunk, encoding) => {
    if (chunk !== null) asked.push(Buffer.from(chunk));
    return push(chunk, encoding);
  };
  const end = response.end.bind(response);
  Reflect.set(response, 'end', (...args: unknown[]) => {
    const [body] = args;
    if (typeof body === 'string' || body instanceof Uint8Array) answered.push(Buffer.from(body));
    setTimeout(() => {
      Reflect.apply(end, response, args);
      const text = Buffer.concat(asked).toString('utf8');
      const { method = '', url = '', headers } = request;
      done({
        ...actionOf({ method, url, target: headers['x-amz-target'], body: text }),
        by,
        start,
        end: performance.now(),
        status: response.statusCode,
        asked: text,
        answered: Buffer.concat(answered).toString('utf8'),
      });
    }, latencyMs);
    return response;
  });
}
