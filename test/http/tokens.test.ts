import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { readTeam } from '#application/access/read-team.ts';
import { newDraft } from '#domain/draft/change.ts';
import { linkPurposeSchema } from '#domain/people/link.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { gainRights } from '#web/access/gain-rights.ts';
import { readSession } from '#web/access/sessions.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { formRoutes } from '#web/form/routes.ts';
import { requestOf } from '#web/http/proxy-event.ts';
import type { Route } from '#web/http/router.ts';
import { publicRoutes } from '#web/public/routes.ts';
import { referralRoutes } from '#web/referral/routes.ts';
import { staffRoutes } from '#web/staff/routes.ts';
import { hidden } from './browser.ts';
import { testClock, testEvidence, testLog, testRandom } from './doubles.ts';
import { multipart, multipartType } from './multipart.ts';
import { neverCalled } from './never.ts';
import { proxyEvent } from './proxy-event.ts';
import { caseOnReceipt, reference, storedReferral } from './records.ts';
import { testConfig } from './service-config.ts';
import { taskId, triageWorld } from './staff/world.ts';

const baseUrl = 'http://localhost:8080';
const draft = 'AAAAAAAAAAAAAAAAAAAAAA';

/** A form as our own page would send it, but for its token. */
function without(pattern: string, cookie: string, fields: Record<string, string>) {
  const path = pattern
    .replace('{reference}', reference)
    .replace('{draft}', draft)
    .replace('{taskId}', taskId)
    .replace('{token}', 'A'.repeat(43))
    .replace('{page}', 'evidence')
    .replace('{entry}', '1')
    .replace('{files}', 'A'.repeat(22));
  const isFile = /here|several/.test(pattern);
  const parts = Object.entries(fields).map(([name, value]) => ({ name, value }));
  const body = isFile ? Buffer.from(multipart(parts)).toString('base64') : new URLSearchParams(fields).toString();
  const type = isFile ? multipartType : 'application/x-www-form-urlencoded';
  const headers = { 'Content-Type': type, Origin: 'null', Cookie: cookie };
  return requestOf(proxyEvent({ method: 'POST', path, headers, body, isBase64Encoded: isFile }), baseUrl);
}

/** The forms that are not refused (403) although they carry no token, or a wrong one. */
async function openTo(routes: readonly Route[], cookie: string, fields: Record<string, string>): Promise<string[]> {
  const open: string[] = [];
  for (const { method, pattern, handle } of routes) {
    if (method !== 'POST') continue;
    const values = { reference, draft, taskId, token: 'A'.repeat(43), page: 'evidence', entry: '1' };
    const { status } = await handle(without(pattern, cookie, fields), values);
    if (status !== 403) open.push(pattern);
  }
  return open;
}

const never = async (): Promise<never> => {
  throw new Error('Something was done for a form without its token.');
};

/** Every page of the form and of the referrer, and the cookies of a browser that may open all of them. */
async function everySession() {
  const stores = createMemoryStores();
  const log = testLog();
  const acts = { ...neverCalled, readTeam: readTeam({ ...stores, config: testConfig }) };
  const shared = { config: testConfig, policy: defaultPolicy, baseUrl, now: testClock().now, random: testRandom() };
  const deps = { ...stores, ...shared, ...acts, evidence: testEvidence(), log };
  await stores.referrals.putReferral(storedReferral(referralExample));
  await stores.cases.createCase(caseOnReceipt());
  await stores.drafts.saveDraft(newDraft(draft, deps.now(), deps.policy));
  const mailbox = referralExample.referrer.email;
  const holder = { mailbox };
  let referrers = '';
  for (const purpose of linkPurposeSchema.options) {
    const grant = { reference, purpose };
    const gained = { audience: 'REFERRER', holder, grant, lists: true, isProven: true } as const;
    referrers = (await gainRights(deps, without('/referral', referrers, {}), gained)).split(';')[0] ?? '';
  }
  const grant = { reference: draft, purpose: 'DRAFT' } as const;
  const ofDraft = { audience: 'DRAFT', holder, grant, isProven: true } as const;
  const drafts = (await gainRights(deps, without('/refer', '', {}), ofDraft)).split(';')[0] ?? '';
  const cookie = `${referrers}; ${drafts}`;
  const csrf = (await readSession(deps, without('/refer', cookie, {}), 'DRAFT'))?.csrf ?? '';
  return { routes: [...publicRoutes(deps), ...formRoutes(deps), ...referralRoutes(deps)], cookie, csrf };
}

test.each([
  ['without a token', {}],
  ['with the token of another session (hostile)', { csrf: 'a'.repeat(64) }],
])(
  '%s no form of the form and of the referrer is taken, but those that no session stands behind',
  async (_how, fields) => {
    const { routes, cookie } = await everySession();

    expect(await openTo(routes, cookie, fields)).toEqual([
      '/check',
      '/refer',
      '/refer/staff',
      '/refer/staff/code',
      '/refer/l/{token}',
      '/refer/l/{token}/code',
      '/refer/l/{token}/email',
      '/refer/l/{token}/email/code',
      '/refer/{draft}/again',
      '/referral/mine',
      '/referral/mine/code',
      '/referral/l/{token}',
      '/referral/l/{token}/email',
      '/referral/l/{token}/email/code',
    ]);
  },
);

test.each([
  ['without a token', { taskId }],
  ['with the token of another session (hostile)', { taskId, csrf: 'a'.repeat(64) }],
])('%s no form of a triager is taken, but those that open the session', async (_how, fields) => {
  const world = await triageWorld();
  const { jar } = await world.signIn();
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const routes = staffRoutes({
    ...world.deps,
    recordDecision: never,
    undoDecision: never,
    recordDeath: never,
    undoDeath: never,
    recordFamilyEmail: never,
    toldOfDeath: never,
  });

  const opening = ['/triage/l/{token}', '/triage/l/{token}/code', '/staff/l/{token}/code', '/staff/l/{token}'];
  expect(await openTo(routes, cookie, fields)).toEqual(opening);
});

test('with its token a form of a draft is taken, so it is the token that is missing above', async () => {
  const { routes, cookie, csrf } = await everySession();

  expect(await openTo(routes, cookie, { csrf })).toEqual(
    expect.arrayContaining(['/refer/{draft}/send', '/refer/{draft}/keep', '/refer/{draft}/{page}/{entry}/file/here']),
  );
});

test('with its token a form of a task is taken, so it is the token that is missing above', async () => {
  const world = await triageWorld();
  const using = await world.signIn();
  const cookie = [...using.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const csrf = hidden(await using.get(`/triage/tasks/${taskId}`), 'csrf');

  expect(await openTo(staffRoutes(world.deps), cookie, { taskId, csrf })).toContain('/triage/tasks/{taskId}');
});
