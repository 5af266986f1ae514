import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { caseOnReceipt, reference } from './records.ts';
import { referrerWorld } from './referral/world.ts';
import { taskId, triageWorld } from './staff/world.ts';

const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', '');
const headers = fc.record(
  {
    'content-type': fc.oneof(fc.constant('application/x-www-form-urlencoded'), fc.string()),
    cookie: fc.string(),
    origin: fc.string(),
  },
  { requiredKeys: [] },
);
const fieldName = fc.oneof(
  fc.constantFrom(
    'csrf',
    'taskId',
    'outcome',
    'reason',
    'code',
    'files',
    'text',
    'name',
    'email',
    'dob-day',
    '__proto__',
    'constructor',
  ),
  fc.string(),
);
const body = fc.oneof(
  fc.string(),
  fc.array(fc.tuple(fieldName, fc.string())).map((pairs) => new URLSearchParams(pairs).toString()),
);

async function neverBreaks(using: () => Promise<Browser>, path: fc.Arbitrary<string>) {
  const asked = await using();
  await fc.assert(
    fc.asyncProperty(path, method, headers, body, fc.boolean(), async (where, how, given, text, isBase64Encoded) => {
      const answer = await asked.send({ path: where, method: how, headers: given, body: text, isBase64Encoded });
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
}

it('triage never answers 500, whatever is asked without or with a session (hostile)', async () => {
  const { signIn, token, newBrowser } = await triageWorld();
  const path = fc.oneof(
    fc.constantFrom(
      '/triage',
      `/triage/l/${token}`,
      `/triage/l/${token}/code`,
      `/triage/tasks/${taskId}`,
      `/triage/tasks/${taskId}/undo`,
    ),
    fc.string().map((text) => `/triage/${text}`),
    fc.string().map((text) => `/triage/tasks/${taskId}/evidence/${text}`),
  );
  await neverBreaks(async () => newBrowser(), path);
  await neverBreaks(() => signIn(token), path);
});

it('the pages for referrers never answer 500, whatever is asked without or with a session (hostile)', async () => {
  const { visit, token, newBrowser } = await referrerWorld(caseOnReceipt(), 'STATUS');
  const path = fc.oneof(
    fc.constantFrom(
      ...['/', `/referral/l/${token}`, `/referral/${reference}/handover`, `/referral/${reference}/answer`],
      ...['', '/withdraw', '/withdrawn', '/hand-over'].map((page) => `/referral/${reference}/status${page}`),
    ),
    fc.string().map((text) => `/${text}`),
    fc.string().map((text) => `/referral/${reference}/answer/files/${text}`),
  );
  await neverBreaks(async () => newBrowser(), path);
  await neverBreaks(async () => (await visit()).using, path);
});
