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
  binaryMediaTypes: ['multipart/form-data'],
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

type Call = { method?: string; headers?: Record<string, string>; body?: string | FormData };

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

const refusal = (templates: Record<string, string>) => ({
  status: 401,
  templates,
  headers: { 'Cache-Control': 'no-store' },
});

const key = { 'x-api-key': 'local' };

describe('a key with a name', () => {
  const api = { namedKeys: new Map([['rio', 'KeyRio']]) };

  test('opens what asks for a key, and the function is told which it was', async () => {
    const { send, calls } = await gateway({ api });

    expect((await send('/v1/referrals', { headers: { 'x-api-key': 'local-rio' } })).status).toBe(200);
    expect(calls[0]?.event).toMatchObject({
      requestContext: { identity: { apiKeyId: 'KeyRio', apiKey: 'local-rio' } },
    });
  });

  test.each(['local-', 'local-other', 'rio', 'other-rio', 'localrio', ''])('%j is no key', async (given) => {
    const { send, calls } = await gateway({ api });

    expect((await send('/v1/referrals', { headers: { 'x-api-key': given } })).status).toBe(403);
    expect(calls).toEqual([]);
  });
});

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

describe('a body of bytes', () => {
  const bytes = new Uint8Array([0x25, 0x50, 0xff, 0x00, 0xfe]);
  const upload = () => {
    const body = new FormData();
    body.set('file', new Blob([bytes]), 'x');
    return { method: 'POST', body };
  };
  const bodyOf = ({ event }: { event: Record<string, unknown> }) => Buffer.from(String(event.body), 'base64');

  test('arrives whole, in base64, where its type is one that the stack names', async () => {
    const { send, calls } = await gateway();

    await send('/triage/abc', upload());

    expect(calls[0]?.event.isBase64Encoded).toBe(true);
    expect(calls[0] && bodyOf(calls[0]).includes(Buffer.from(bytes))).toBe(true);
  });

  test.each([
    ['of another type', ['image/png'], upload()],
    ['without bytes', ['multipart/form-data'], { method: 'POST', headers: { 'content-type': 'multipart/form-data' } }],
  ])('%s is handed over as text', async (_kind, binaryMediaTypes, call) => {
    const { send, calls } = await gateway({ api: { binaryMediaTypes } });

    await send('/triage/abc', call);

    expect(calls[0]?.event.isBase64Encoded).toBe(false);
  });

  test('of 4 MB, which is 5.4 MB in base64, reaches its function', async () => {
    const { send, calls } = await gateway();
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(4 * 1024 * 1024)]), 'x');

    expect((await send('/triage/abc', { method: 'POST', body })).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  test('oversized, over the 6 MB that Lambda takes once it is base64, gets 413 and reaches no function', async () => {
    const { send, calls } = await gateway();
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(5 * 1024 * 1024)]), 'x');

    const answer = await send('/triage/abc', { method: 'POST', body });

    expect(answer).toMatchObject({ status: 413, text: '{"message":"Request Too Long"}' });
    expect(calls).toEqual([]);
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

    expect(answer).toMatchObject({ status: 413, text: 'HTTP content length exceeded 10485760 bytes.' });
    expect(calls).toEqual([]);
  });

  test('gets the words that the stack gives for that refusal', async () => {
    const { send } = await gateway({
      api: { responses: new Map([['INVALID_API_KEY', refusal({ 'application/json': '{"problems":[]}' })]]) },
    });

    expect(await send('/v1/referrals')).toMatchObject({ status: 401, text: '{"problems":[]}' });
  });

  test('without words of its own gets those for all 4XX, and keeps its status', async () => {
    const forAll = { status: undefined, templates: { 'application/json': '{"code":"NOT_READ"}' }, headers: {} };
    const { send } = await gateway({ api: { responses: new Map([['DEFAULT_4XX', forAll]]) } });

    expect(await send('/nowhere')).toMatchObject({ status: 403, text: '{"code":"NOT_READ"}' });
  });

  test.each([
    ['a browser', 'text/html,application/xhtml+xml,*/*;q=0.8', 'text/html', /^<p>[0-9a-f-]{36}$/],
    ['a system', 'application/json', 'application/json', /^\{\}$/],
    ['whoever says nothing of it', '*/*', 'application/json', /^\{\}$/],
  ])('gets them in the type that %s asks for, with its reference', async (_who, accept, type, text) => {
    const templates = { 'application/json': '{}', 'text/html': '<p>$context.requestId' };
    const { send } = await gateway({ api: { responses: new Map([['INVALID_API_KEY', refusal(templates)]]) } });

    const answer = await send('/v1/referrals', { headers: { accept } });

    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).toMatch(text);
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
