import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { codeWords } from '#web/access/code-words.ts';
import { roleInWords } from '#web/components/record/role-words.ts';
import { areaRoutes } from '#web/staff/area/routes.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { paperWords } from '#web/staff/paper/words.ts';
import { hidden } from '../browser.ts';
import { account, accountWorld } from './account-world.ts';

const FIRST = 'triage-1@example.org';
const everyRole: readonly Role[] = [
  'PRACTITIONER',
  'ADMINISTRATOR',
  'TRIAGER',
  'SERVICE_MANAGER',
  'OPERATOR',
  'AUDITOR',
];
const came = { name: 'Casey Clerk', role: 'administrator', cameBy: 'PAPER' };
const on = { 'arrivedOn-day': '21', 'arrivedOn-month': '9', 'arrivedOn-year': '2026' };

/** A member of the team in one role, signed in. */
async function signedInAs(role: Role) {
  const world = await accountWorld();
  const who = { id: 'someone', name: 'Someone Else', mailbox: 'someone@example.org' };
  await world.deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
  world.knows(account(who.mailbox, everyRole));
  const { using } = await world.come();
  return { ...world, using, csrf: hidden(await using.get('/staff'), 'csrf') };
}

describe('a referral that came on paper', () => {
  it('is entered from the staff area, by whoever is signed in, without a code', async () => {
    const { using, csrf, deps, mailer } = await signedInAs('ADMINISTRATOR');
    const page = await using.get('/staff/paper');
    expect(page.body).toContain('value="Someone Else"');
    expect(page.body).not.toContain('name="code"');
    const { status, location } = await using.post('/staff/paper', { csrf, ...came, ...on });
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/refer\/[\w-]{22}$/)]);
    expect(await deps.drafts.readDraft(location.replace('/refer/', ''))).toMatchObject({
      mailbox: 'someone@example.org',
      entry: { ...came, arrivedOn: '2026-09-21', mailbox: 'someone@example.org', person: 'someone' },
    });
    expect([...using.jar.keys()]).toContain('small-steps-draft');
    expect(mailer.sent).toEqual([]);
  });

  it('keeps what was typed, and names what is missing', async () => {
    const { using, csrf } = await signedInAs('TRIAGER');
    const { status, body } = await using.post('/staff/paper', { csrf, name: 'Casey Clerk' });
    expect([status, body.includes('value="Casey Clerk"')]).toEqual([422, true]);
    for (const id of ['role', 'cameBy', 'arrivedOn-day']) expect(body).toContain(`href="#${id}"`);
    expect(body).not.toContain(codeWords.missing);
  });

  it('is never of the mailbox that a form names (hostile)', async () => {
    const { using, csrf, deps } = await signedInAs('ADMINISTRATOR');
    const fields = { csrf, ...came, ...on, mailbox: FIRST, person: 'another' };
    const { location } = await using.post('/staff/paper', fields);
    expect(await deps.drafts.readDraft(location.replace('/refer/', ''))).toMatchObject({
      entry: { mailbox: 'someone@example.org', person: 'someone' },
    });
  });
});

describe('every page of the staff area where staff sign in with work accounts', () => {
  const open = /^\/staff\/sign-in/;
  const entering: ReadonlySet<Role> = new Set(['TRIAGER', 'ADMINISTRATOR', 'SERVICE_MANAGER']);

  it('is for no one without a session', async () => {
    const { deps, newBrowser } = await accountWorld();
    for (const { method, pattern } of areaRoutes(deps).filter((route) => !open.test(route.pattern))) {
      const at = pattern.replace(/\{\w+\}/g, 'someone');
      const answer = method === 'GET' ? await newBrowser().get(at) : await newBrowser().post(at, {});
      expect([method, pattern, answer.location]).toEqual([method, pattern, '/staff/sign-in']);
    }
  });

  it.each(everyRole)('opens to the role %s what it may, and names the role that the rest needs', async (role) => {
    const { using, csrf } = await signedInAs(role);
    const nav = (await using.get('/staff')).body;
    expect(nav.includes(`>${areaWords.paper}<`)).toBe(entering.has(role));
    const answers = [await using.get('/staff/paper'), await using.post('/staff/paper', { csrf })];
    expect(answers.map(({ status }) => status)).toEqual(entering.has(role) ? [200, 422] : [403, 403]);
    const told = entering.has(role) ? paperWords.lead : roleInWords('ADMINISTRATOR');
    expect(answers.map(({ body }) => body.includes(told))).toEqual([true, true]);
    const settings = await using.get('/staff/settings');
    expect(settings.status).toBe(role === 'SERVICE_MANAGER' ? 200 : 403);
  });

  it('takes no form without its token (hostile)', async () => {
    const { using } = await signedInAs('ADMINISTRATOR');
    expect((await using.post('/staff/paper', { csrf: 'a'.repeat(64), ...came, ...on })).status).toBe(403);
  });
});
