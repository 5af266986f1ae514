import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { simulateTime } from '../lambda/simulated-date.ts';
import type { ProviderBoot, ProviderReply } from './messages.ts';

// A thread of its own, because the provider reads `Date`, and only here may that tell the simulated time.

const boot: ProviderBoot = workerData;
const offset = new BigInt64Array(boot.offset);
const realNow = Date.now;
simulateTime(() => realNow() + Number(Atomics.load(offset, 0)));

const say = (reply: ProviderReply) => parentPort?.postMessage(reply);

const [{ default: Provider }, { listen }, { CHOOSE, configurationOf }, { choicePage }, { readBody }] =
  await Promise.all([
    import('oidc-provider'),
    import('../front.ts'),
    import('./configuration.ts'),
    import('./pages.ts'),
    import('../api-gateway/body.ts'),
  ]);

let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
const server = createServer((request, response) => answer(request, response));

/** Browsers hold `Expires` against their own clock, which the simulated time may be far from; `Max-Age` stays. */
function withoutExpires(response: ServerResponse): void {
  const { writeHead } = response;
  const lasting = (cookie: string) => cookie.replace(/; expires=(?!Thu, 01 Jan 1970)[^;]*/i, '');
  response.writeHead = (...given: unknown[]) => {
    const set = [response.getHeader('set-cookie') ?? []].flat();
    if (set.length > 0)
      response.setHeader(
        'set-cookie',
        set.map((cookie) => lasting(String(cookie))),
      );
    return Reflect.apply(writeHead, response, given);
  };
}

try {
  const port = await listen(server, boot.port, '127.0.0.1', 0).catch(() => listen(server, 0, '127.0.0.1', 0));
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, await configurationOf(boot));
  const serve = provider.callback();

  const choose = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(choicePage(request.url ?? ''));
      return;
    }
    const chosen = new URLSearchParams((await readBody(request, 10_000))?.toString('utf8'));
    const user = chosen.get('user');
    const result =
      user === null ? { error: 'access_denied' } : { login: { accountId: user, remember: true, ts: undefined } };
    await provider.interactionFinished(request, response, result);
  };

  answer = (request, response) => {
    withoutExpires(response);
    if (!request.url?.startsWith(`${CHOOSE}/`)) return serve(request, response);
    return choose(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('This sign-in has run out. Go back to the service and sign in again.\n');
    });
  };
  say({ kind: 'ready', issuer, port });
} catch (error) {
  say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
}
