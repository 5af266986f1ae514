import { describe, expect, it } from 'vitest';
import { apiWorld, validReferral } from './world.ts';

describe('GET /v1/referrals/{reference}', () => {
  it('tells the caller that sent it where it is, without personal data', async () => {
    const { submit, send } = apiWorld();
    const { reference } = (await submit(validReferral)).json;
    const answer = await send({ path: `/v1/referrals/${reference}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.json).toEqual({
      reference,
      status: 'RECEIVED',
      outcome: null,
      reasons: [],
      updatedAt: '2026-09-24T08:00:00.000Z',
      history: [{ at: '2026-09-24T08:00:00.000Z', event: 'RECEIVED' }],
    });
    expect(answer.body).not.toContain('Poppy');
  });

  it("answers another caller's referral (hostile) exactly as one that does not exist", async () => {
    const { submit, send } = apiWorld();
    const { reference } = (await submit(validReferral)).json;
    const foreign = await send({ path: `/v1/referrals/${reference}`, caller: 'another' });
    const unknown = await send({ path: '/v1/referrals/22222222222', caller: 'another' });
    expect(foreign.statusCode).toBe(404);
    expect([foreign.statusCode, foreign.body]).toEqual([unknown.statusCode, unknown.body]);
  });

  it.each(['..', '%00', 'a'.repeat(5000), '__proto__', 'CASE%23X'])(
    'answers the reference %.20s (hostile) with 404',
    async (text) => {
      const { send } = apiWorld();
      expect((await send({ path: `/v1/referrals/${text}` })).statusCode).toBe(404);
    },
  );
});

describe('every address of the API', () => {
  it('answers HEAD as GET without a body', async () => {
    const { send } = apiWorld();
    const answer = await send({ method: 'HEAD', path: '/v1/openapi.json' });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  });

  it('answers an unknown path with 404 in JSON', async () => {
    const { send } = apiWorld();
    const answer = await send({ path: '/v1/children' });
    expect([answer.statusCode, answer.json.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('answers a wrong method with 405 and what is possible', async () => {
    const { send } = apiWorld();
    const answer = await send({ method: 'DELETE', path: '/v1/referrals' });
    expect([answer.statusCode, answer.headers?.allow]).toEqual([405, 'POST']);
  });

  it.each(['/v1/referrals', '/v1/evidence'])('refuses a request to %s without an API key with 401', async (path) => {
    const { post, send } = apiWorld();
    expect((await post(path, validReferral)).statusCode).not.toBe(401);
    const event = { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: '{}', caller: '' };
    expect((await send(event)).statusCode).toBe(401);
  });

  it('is never cached, never guessed at, and over HTTPS only for the future', async () => {
    const { send } = apiWorld('https://x.example/live');
    const { headers } = await send({ path: '/v1/openapi.json' });
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
  });

  it('finds its routes behind the path mapping of a custom domain', async () => {
    const { send } = apiWorld('https://x.example/live');
    expect((await send({ path: '/live/v1/openapi.json' })).statusCode).toBe(200);
  });

  it('logs neither path nor query', async () => {
    const { send, log } = apiWorld();
    await send({ path: '/v1/referrals/22222222222', query: { secret: 'xyzzy' } });
    expect(JSON.stringify(log.lines)).not.toMatch(/22222222222|xyzzy/);
    expect(log.lines).toContainEqual({
      event: 'http.answered',
      fields: { audience: 'api', method: 'GET', status: 404 },
    });
  });
});

describe('POST /v1/evidence', () => {
  const pdf = { fileName: 'sogs.pdf', contentType: 'application/pdf', bytes: 1000 };

  it('answers 201 with a form for exactly this type, this size and five minutes', async () => {
    const { post, evidence } = apiWorld();
    const answer = await post('/v1/evidence', pdf);
    expect(answer.statusCode).toBe(201);
    expect(answer.json.upload).toEqual({ url: 'https://bucket.example/', fields: expect.any(Object) });
    expect(evidence.forms).toEqual([
      {
        caller: 'local',
        evidenceId: answer.json.evidenceId,
        contentType: 'application/pdf',
        minBytes: pdf.bytes,
        maxBytes: pdf.bytes,
        seconds: 300,
      },
    ]);
  });

  it('gives every document an id that nobody can guess', async () => {
    const { post } = apiWorld();
    const [a, b] = [await post('/v1/evidence', pdf), await post('/v1/evidence', pdf)];
    expect(a.json.evidenceId).toMatch(/^[\w-]{22}$/);
    expect(a.json.evidenceId).not.toBe(b.json.evidenceId);
  });

  it.each([
    ['a type that is not evidence', { ...pdf, contentType: 'text/html' }, 'CONTENT_TYPE'],
    ['an empty file', { ...pdf, bytes: 0 }, 'FILE_SIZE'],
    ['a file over 10 MB', { ...pdf, bytes: 10_485_761 }, 'FILE_SIZE'],
    ['half a byte (malformed)', { ...pdf, bytes: 1.5 }, 'FILE_SIZE'],
    ['a size in words (malformed)', { ...pdf, bytes: 'large' }, 'FILE_SIZE'],
    ['a path for a name (hostile)', { ...pdf, fileName: '../../etc/passwd' }, 'FILE_NAME'],
    ['a NUL in the name (hostile)', { ...pdf, fileName: 'a\u0000.pdf' }, 'FILE_NAME'],
    ['a line break in the name (hostile)', { ...pdf, fileName: 'a\r\nX: y.pdf' }, 'FILE_NAME'],
    ['no name (half-finished)', { contentType: 'application/pdf', bytes: 1 }, 'FILE_NAME'],
    ['an unknown field', { ...pdf, path: '/' }, 'UNKNOWN_FIELD'],
  ])('refuses %s with 422', async (_kind, body, code) => {
    const { post, evidence } = apiWorld();
    const answer = await post('/v1/evidence', body);
    expect(answer.statusCode).toBe(422);
    expect(answer.json.problems).toEqual([{ code, path: expect.any(String), message: expect.any(String) }]);
    expect(evidence.forms).toEqual([]);
  });

  it('lists every problem of a document at once', async () => {
    const { post } = apiWorld();
    expect((await post('/v1/evidence', {})).json.problems).toHaveLength(3);
  });
});
