import fc from 'fast-check';
import { expect } from 'vitest';
import { apiWorld, validReferral } from './world.ts';

const headers = fc.record(
  {
    'content-type': fc.oneof(fc.constant('application/json'), fc.string()),
    'idempotency-key': fc.oneof(fc.constant('key-00000001'), fc.string()),
  },
  { requiredKeys: [] },
);

/** The API, asked anything at all so many times, answers each without breaking. */
export async function askAnything(numRuns: number): Promise<void> {
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
    { numRuns },
  );
}

/** A referral with any value in any place is answered so many times without breaking. */
export async function sendAnything(numRuns: number): Promise<void> {
  const { submit } = apiWorld();
  const field = fc.constantFrom(...Object.keys(validReferral), 'extra', 'constructor');
  await fc.assert(
    fc.asyncProperty(field, fc.jsonValue(), fc.string({ minLength: 8, maxLength: 20 }), async (name, value, key) => {
      const answer = await submit({ ...validReferral, [name]: value }, key);
      expect(answer.statusCode).toBeLessThan(500);
    }),
    { numRuns },
  );
}
