import { describe, expect, it } from 'vitest';
import { Transient } from '#domain/problems/errors.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { brokenApi } from '#web/api/refusals.ts';
import { say } from '#web/layout/page.ts';
import { brokenPage } from '#web/layout/refusals.ts';
import { testLog } from './doubles.ts';
import { lambdaContext } from './lambda-context.ts';
import { proxyEvent } from './proxy-event.ts';
import { testConfig } from './service-config.ts';

function broken(error: Error, kind: 'api' | 'page') {
  const log = testLog();
  const baseUrl = 'https://x.example/live';
  const pages = brokenPage({ baseUrl, config: testConfig });
  const handle = async () => {
    throw error;
  };
  const service = { audience: kind, baseUrl, handle, broken: kind === 'api' ? brokenApi : pages };
  const handler = httpHandler(telemetryOf(log), service);
  const secret = proxyEvent({ path: '/triage/l/secret-token', query: { name: 'Poppy' } });
  return { log, answer: () => handler(secret, lambdaContext) };
}

describe('an error that nobody caught', () => {
  it('becomes JSON with a support reference, and a line of its name and place', async () => {
    const { log, answer } = broken(new TypeError('Poppy Testerfield'), 'api');
    const result = await answer();
    expect(result.statusCode).toBe(500);
    expect(JSON.parse(result.body)).toMatchObject({ code: 'INTERNAL_ERROR', support: 'request-0001' });
    expect(log.lines).toEqual([
      {
        event: 'http.failed',
        fields: { audience: 'api', error: 'TypeError', where: expect.stringContaining('broken.test.ts') },
      },
    ]);
  });

  it('tells neither the caller nor the log what the error said, nor which address was asked', async () => {
    for (const kind of ['api', 'page'] as const) {
      const { log, answer } = broken(new Error('Poppy\n    at Testerfield (house.ts:1)'), kind);
      const result = await answer();
      expect(result.body + JSON.stringify(log.lines)).not.toMatch(/Poppy|Testerfield|secret-token/);
    }
  });

  it('becomes a page in the layout, with every security header', async () => {
    const result = await broken(new Error('x'), 'page').answer();
    expect([result.statusCode, result.headers?.['content-type']]).toEqual([500, 'text/html; charset=utf-8']);
    expect(result.body).toContain('request-0001');
    expect(result.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it.each(['api', 'page'] as const)('that passes by itself says to try again (%s)', async (kind) => {
    const result = await broken(new Transient('throttled'), kind).answer();
    expect([result.statusCode, result.headers?.['retry-after']]).toEqual([503, '60']);
  });
});

describe('a page that refuses', () => {
  const refusing = (status: number) => {
    const baseUrl = 'https://x.example';
    const deps = { baseUrl, config: testConfig };
    const handle = async () => say(deps, status, 'Not this', 'Go back.');
    const service = { audience: 'page', baseUrl, handle, broken: brokenPage(deps) };
    const handler = httpHandler(telemetryOf(testLog()), service);
    return handler(proxyEvent({ path: '/' }), lambdaContext);
  };

  it.each([403, 404, 405, 410, 413, 415, 429, 500, 503])(
    'with %i gives the reference that stands in the log',
    async (status) => {
      const { body } = await refusing(status);
      expect(body).toContain('give this reference: <strong>request-0001</strong>');
    },
  );

  it.each([200, 409, 422])('not with %i, which people mend by themselves', async (status) => {
    expect((await refusing(status)).body).not.toContain('request-0001');
  });
});
