import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { serveGateway } from '#local/api-gateway/gateway.ts';
import type { ApiSpec } from '#local/assembly/api.ts';
import { answering, type Listening, listenLocally } from '#local/front.ts';
import type { Outcome } from '#local/lambda/outcome.ts';

const API: ApiSpec = {
  id: 'tinyapi',
  stage: 'live',
  apiKeyId: 'Key1',
  responses: new Map(),
  routes: [
    { method: 'ANY', resource: '/', functionName: 'pages', apiKeyRequired: false },
    { method: 'ANY', resource: '/triage/{proxy+}', functionName: 'pages', apiKeyRequired: false },
    { method: 'ANY', resource: '/v1/{proxy+}', functionName: 'api', apiKeyRequired: true },
    { method: 'GET', resource: '/v1/openapi.json', functionName: 'open', apiKeyRequired: false },
    { method: 'ANY', resource: '/v1/referrals/{reference}', functionName: 'api', apiKeyRequired: true },
  ],
};

const servers: Listening[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Call = { method?: string; headers?: Record<string, string>; body?: string };

async function gateway(options: { api?: Partial<ApiSpec>; basePath?: string; outcome?: Outcome } = {}) {
  const calls: { name: string; event: Record<string, unknown> }[] = [];
  const settings = {
    api: { ...API, ...options.api },
    basePath: options.basePath ?? '',
    apiKey: 'local',
    now: () => Date.parse('2026-09-24T08:00:00.000Z'),
    invoke: async (name: string, event: unknown) => {
      calls.push({ name, event: Object(event) });
      return options.outcome ?? { ok: true as const, payload: { statusCode: 200, body: 'fine' } };
    },
  };
  const server = await listenLocally(
    answering((incoming) => serveGateway(settings, incoming), settings.now),
    0,
  );
  servers.push(server);
  const send = async (path: string, call: Call = {}) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, call);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { send, calls, port: server.port };
}

const key = { 'x-api-key': 'local' };

describe('the event of a request', () => {
  test('holds path, query, headers, body and the key that was used', async () => {
    const { send, calls } = await gateway();

    await send('/v1/referrals?a=1&a=2&b=%20x', {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body: '{"náme":1}',
    });

    expect(calls[0]?.name).toBe('api');
    expect(calls[0]?.event).toMatchObject({
      resource: '/v1/{proxy+}',
      path: '/v1/referrals',
      httpMethod: 'POST',
      body: '{"náme":1}',
      isBase64Encoded: false,
      pathParameters: { proxy: 'referrals' },
      queryStringParameters: { a: '2', b: ' x' },
      multiValueQueryStringParameters: { a: ['1', '2'], b: [' x'] },
      headers: { 'content-type': 'application/json' },
      requestContext: {
        path: '/v1/referrals',
        stage: 'live',
        identity: { apiKeyId: 'Key1', apiKey: 'local', sourceIp: '127.0.0.1' },
        requestTimeEpoch: 1790236800000,
      },
    });
  });

  test('without query, body or path parameters holds null for them', async () => {
    const { send, calls } = await gateway();

    await send('/');

    expect(calls[0]?.event).toMatchObject({
      body: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
    });
  });

  test('keeps a header that was sent twice', async () => {
    const { calls, port } = await gateway();
    const sent = Promise.withResolvers<void>();
    request({ port, host: '127.0.0.1', headers: { Accept: ['text/html', 'text/plain'] } }, () => sent.resolve()).end();
    await sent.promise;

    expect(calls[0]?.event).toMatchObject({
      multiValueHeaders: { Accept: ['text/html', 'text/plain'] },
      headers: { Accept: 'text/plain' },
    });
  });

  test('under a stage path has the path without it, and the whole one beside', async () => {
    const { send, calls } = await gateway({ basePath: '/live' });

    await send('/live/triage/abc');
    await send('/live');

    expect(calls[0]?.event).toMatchObject({ path: '/triage/abc', requestContext: { path: '/live/triage/abc' } });
    expect(calls[1]?.event).toMatchObject({ path: '/', requestContext: { path: '/live/' } });
  });
});

describe('the answer', () => {
  test('carries status, headers and each cookie on its own', async () => {
    const payload = {
      statusCode: 303,
      headers: { Location: '/x', 'Content-Length': 999 },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
      body: '',
    };
    const { port } = await gateway({ outcome: { ok: true, payload } });

    const response = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });

    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/x');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('date')).toBe('Thu, 24 Sep 2026 08:00:00 GMT');
  });

  test('to a HEAD has no body', async () => {
    const { send, calls } = await gateway();

    const answer = await send('/triage/abc', { method: 'HEAD' });

    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(calls[0]?.event).toMatchObject({ httpMethod: 'HEAD' });
  });
});

describe('a request that the gateway refuses', () => {
  test.each([
    ['without a key', {}],
    ['with an unknown key', { 'x-api-key': 'guess' }],
  ])('%s where one is asked for gets 403 and reaches no function', async (_kind, headers) => {
    const { send, calls } = await gateway();

    expect(await send('/v1/referrals', { headers })).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    expect(calls).toEqual([]);
  });

  test('for a path that no route has gets 403 as from API Gateway', async () => {
    const { send } = await gateway();

    expect(await send('/nowhere')).toMatchObject({ status: 403, text: '{"message":"Missing Authentication Token"}' });
  });

  test('outside the stage path gets 403', async () => {
    const { send } = await gateway({ basePath: '/live' });

    expect(await send('/triage/abc')).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    expect(await send('/livelier')).toMatchObject({ status: 403 });
  });

  test('oversized, with more than 10 MB, gets 413 and reaches no function', async () => {
    const { send, calls } = await gateway();

    const answer = await send('/v1/referrals', {
      method: 'POST',
      headers: key,
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });

    expect(answer.status).toBe(413);
    expect(calls).toEqual([]);
  });

  test('gets the words that the stack gives for that refusal', async () => {
    const { send } = await gateway({
      api: { responses: new Map([['INVALID_API_KEY', { status: 401, body: '{"problems":[]}' }]]) },
    });

    expect(await send('/v1/referrals')).toMatchObject({ status: 401, text: '{"problems":[]}' });
  });
});

describe('a function that does not answer', () => {
  test('because it failed gives 502', async () => {
    const { send } = await gateway({
      outcome: { ok: false, errorType: 'Error', errorMessage: 'secret detail', trace: [] },
    });

    expect(await send('/')).toMatchObject({ status: 502, text: '{"message":"Internal server error"}' });
  });

  test('in the shape of a proxy result gives 502', async () => {
    const { send } = await gateway({ outcome: { ok: true, payload: { body: 'no status' } } });

    expect(await send('/')).toMatchObject({ status: 502 });
  });
});

describe('the route of a request', () => {
  test.each([
    ['/v1/openapi.json', 'open', '/v1/openapi.json'],
    ['/v1/referrals/SS-1', 'api', '/v1/referrals/{reference}'],
    ['/v1/referrals/SS-1/more', 'api', '/v1/{proxy+}'],
    ['/triage/a/b', 'pages', '/triage/{proxy+}'],
  ])('%s is the most exact one', async (path, name, resource) => {
    const { send, calls } = await gateway();

    await send(path, { headers: key });

    expect(calls[0]).toMatchObject({ name, event: { resource } });
  });
});
