import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apiWorld, validReferral } from './world.ts';

const headers = fc.record(
  {
    'content-type': fc.oneof(fc.constant('application/json'), fc.string()),
    'idempotency-key': fc.oneof(fc.constant('key-00000001'), fc.string()),
  },
  { requiredKeys: [] },
);

it('never answers 500, whatever is asked (hostile)', async () => {
  const { send } = apiWorld();
  const path = fc.oneof(
    fc.constantFrom('/v1/referrals', '/v1/evidence', '/v1/openapi.json', '/v1', '/'),
    fc.string().map((text) => `/v1/referrals/${text}`),
    fc.string().map((text) => `/${text}`),
  );
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND', '');
  const body = fc.oneof(fc.string(), fc.json(), fc.constant(JSON.stringify(validReferral)));
  await fc.assert(
    fc.asyncProperty(path, method, headers, body, fc.boolean(), async (where, how, given, text, isBase64Encoded) => {
      const answer = await send({ path: where, method: how, headers: given, body: text, isBase64Encoded });
      expect(answer.statusCode).toBeLessThan(500);
    }),
    { numRuns: 500 },
  );
});

it('never answers 500 to a referral with any value in any place (malformed, hostile)', async () => {
  const { submit } = apiWorld();
  const field = fc.constantFrom(...Object.keys(validReferral), 'extra', 'constructor');
  await fc.assert(
    fc.asyncProperty(field, fc.jsonValue(), fc.string({ minLength: 8, maxLength: 20 }), async (name, value, key) => {
      const answer = await submit({ ...validReferral, [name]: value }, key);
      expect(answer.statusCode).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
