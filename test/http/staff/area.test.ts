import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { newSupport } from '#domain/support/make.ts';
import { anEntry } from '#test/contract/samples.ts';
import { roleInWords } from '#web/components/record/role-words.ts';
import { areaRoutes } from '#web/staff/area/routes.ts';
import { areaWords } from '#web/staff/area/words.ts';
import type { StaffDeps } from '#web/staff/deps.ts';
import { factRoutes } from '#web/staff/facts/routes.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { signInWords } from '#web/staff/sign-in/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

/** An address of this pattern. */
const addressOf = (pattern: string) =>
  pattern
    .replace('{id}', 'someone')
    .replace('{on}', '2026-10-06')
    .replace('{reference}', reference)
    .replace('{taskId}', taskId);
/** The pages of the area, with those on which a service manager records what was found out. */
const areaPages = (deps: StaffDeps) => [
  ...areaRoutes(deps),
  ...factRoutes(deps).filter(({ pattern }) => pattern.startsWith('/staff/')),
];
const FIRST = 'triage-1@example.org';
const MANAGER = 'manager@example.org';

/** The staff area with a way in by a mailed code. */
async function area() {
  const world = await triageWorld();
  const enter = async (mailbox: string, using = world.newBrowser()) => {
    const asked = await using.post('/staff/sign-in', { mailbox });
    const fields = { mailbox, asker: hidden(asked, 'asker'), code: world.lastCode() };
    return { using, asked, answer: await using.post('/staff/sign-in/code', fields) };
  };
  return { ...world, enter };
}

describe('signing in to the staff area', () => {
  it('leads a member of the team from a mailed code to what they are asked to do', async () => {
    const { enter } = await area();
    const { using, answer } = await enter(FIRST);
    expect([answer.status, answer.location.endsWith('/staff')]).toEqual([303, true]);
    const { status, body } = await using.get('/staff');
    expect([status, body.includes(todayWords.lead), body.includes(reference)]).toEqual([200, true, true]);
  });

  it('opens a task from there without another code, and records it', async () => {
    const { enter, readings } = await area();
    const { using } = await enter(FIRST);
    const csrf = hidden(await using.get('/staff'), 'csrf');
    const opened = await using.post('/staff', { csrf, open: taskId });
    expect([opened.status, opened.location.endsWith(`/triage/tasks/${taskId}`)]).toEqual([303, true]);
    expect((await using.get(`/triage/tasks/${taskId}`)).body).toContain('name="outcome"');
    expect(readings.map(({ what }) => what)).toEqual(['TASK_OPENED', 'RECORD']);
  });

  it('answers a stranger as it answers a colleague, and mails nothing', async () => {
    const { enter, mailer } = await area();
    const known = (await enter(FIRST)).asked;
    const before = mailer.sent.length;
    const { asked, answer } = await enter('stranger@example.org');
    expect(mailer.sent.length).toBe(before);
    expect(asked.status).toBe(known.status);
    const same = (body: string, mailbox: string) => body.replaceAll(mailbox, '').replace(/value="[\w-]{22}"/g, '');
    expect(same(asked.body, 'stranger@example.org')).toBe(same(known.body, FIRST));
    expect([answer.status, answer.location]).toEqual([422, '']);
  });

  it('refuses a wrong code, keeps the field, and lets the right one in afterwards', async () => {
    const { newBrowser, lastCode } = await area();
    const using = newBrowser();
    const asker = hidden(await using.post('/staff/sign-in', { mailbox: FIRST }), 'asker');
    const wrong = lastCode() === '000000' ? '111111' : '000000';
    const refused = await using.post('/staff/sign-in/code', { mailbox: FIRST, asker, code: wrong });
    expect([refused.status, refused.body.includes('id="code"')]).toEqual([422, true]);
    const right = await using.post('/staff/sign-in/code', { mailbox: FIRST, asker, code: lastCode() });
    expect(right.status).toBe(303);
  });

  it('refuses a code in another browser than the one that asked for it (hostile)', async () => {
    const { newBrowser, lastCode } = await area();
    const asker = hidden(await newBrowser().post('/staff/sign-in', { mailbox: FIRST }), 'asker');
    const answer = await newBrowser().post('/staff/sign-in/code', { mailbox: FIRST, asker, code: lastCode() });
    expect([answer.status, answer.location]).toEqual([422, '']);
  });

  it('ends with signing out: the old cookie opens nothing', async () => {
    const { enter } = await area();
    const { using } = await enter(FIRST);
    const csrf = hidden(await using.get('/staff'), 'csrf');
    const out = await using.post('/staff/sign-out', { csrf });
    expect(out.body).toContain(signInWords.signedOut);
    expect((await using.get('/staff')).location.endsWith('/staff/sign-in')).toBe(true);
  });

  it('ends when the person has left the team', async () => {
    const { enter, deps } = await area();
    const { using } = await enter(FIRST);
    const id = (await deps.readTeam()).people.find(({ mailbox }) => mailbox === FIRST)?.id ?? '';
    await deps.leaveTeam({ id }, { kind: 'MACHINE' });
    expect((await using.get('/staff')).location.endsWith('/staff/sign-in')).toBe(true);
  });
});

describe('every page of the staff area', () => {
  const open = ['/staff/sign-in', '/staff/sign-in/code'];
  const ofManagers = /^\/staff\/settings|\/(no-email|birth-date|responsibility)/;
  /** What administrators keep too. */
  const capacity = /^\/staff\/settings\/capacity/;

  it('is for no one without a session', async () => {
    const { deps, newBrowser } = await area();
    for (const { method, pattern } of areaPages(deps).filter((route) => !open.includes(route.pattern))) {
      const at = addressOf(pattern);
      const answer = method === 'GET' ? await newBrowser().get(at) : await newBrowser().post(at, {});
      expect([method, pattern, answer.location.endsWith('/staff/sign-in')]).toEqual([method, pattern, true]);
    }
  });

  const others: readonly Role[] = ['TRIAGER', 'PRACTITIONER', 'ADMINISTRATOR', 'OPERATOR', 'AUDITOR'];
  it.each(others)('of the service manager refuses the role %s and names the role it needs', async (role) => {
    const { deps, enter } = await area();
    const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
    await deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
    const { using } = await enter('someone@example.org');
    const today = await using.get('/staff');
    const csrf = hidden(today, 'csrf');
    expect([today.status, today.body.includes(`>${areaWords.settings}<`)]).toEqual([200, false]);
    const refused = (pattern: string) =>
      ofManagers.test(pattern) && !(role === 'ADMINISTRATOR' && capacity.test(pattern));
    for (const { method, pattern } of areaPages(deps).filter((route) => refused(route.pattern))) {
      const at = addressOf(pattern);
      const answer = method === 'GET' ? await using.get(at) : await using.post(at, { csrf });
      expect([pattern, answer.status, answer.body.includes(roleInWords('SERVICE_MANAGER'))]).toEqual([
        pattern,
        403,
        true,
      ]);
    }
    expect((await deps.readTeam()).people.some(({ id, isActive }) => id === 'someone' && isActive)).toBe(true);
  });

  it.each<Role>(['PRACTITIONER', 'ADMINISTRATOR', 'OPERATOR', 'AUDITOR'])(
    'of the triage team refuses the role %s, and names the roles it needs',
    async (role) => {
      const { deps, enter } = await area();
      const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
      await deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
      const { using } = await enter('someone@example.org');
      const csrf = hidden(await using.get('/staff'), 'csrf');
      for (const answer of [await using.get('/staff/triage'), await using.post('/staff/triage', { csrf })]) {
        expect([answer.status, answer.body.includes(roleInWords('TRIAGER'))]).toEqual([403, true]);
      }
    },
  );

  it.each<[Role, boolean]>([
    ['PRACTITIONER', false],
    ['OPERATOR', false],
    ['AUDITOR', false],
    ['ADMINISTRATOR', true],
  ])(
    'of the meetings refuses the role %s; an agenda and the pack are for administrators too: %s',
    async (role, mayPrint) => {
      const { deps, enter } = await area();
      const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
      await deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
      const { using } = await enter('someone@example.org');
      const csrf = hidden(await using.get('/staff'), 'csrf');
      for (const { method, pattern } of areaRoutes(deps).filter((route) =>
        route.pattern.startsWith('/staff/meetings'),
      )) {
        const at = addressOf(pattern);
        const answer = method === 'GET' ? await using.get(at) : await using.post(at, { csrf });
        const isPrinted = method === 'GET' && !pattern.includes('minutes');
        expect([method, pattern, answer.status === 403]).toEqual([method, pattern, !(mayPrint && isPrinted)]);
      }
    },
  );

  it('takes no form without its token (hostile)', async () => {
    const { deps, stores, enter } = await area();
    // Some pages are of a child who was offered something.
    const offered = newSupport(reference, anEntry('1#a'), { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 });
    await stores.supports.createSupport(offered);
    const { using } = await enter(MANAGER);
    for (const { method, pattern } of areaPages(deps)) {
      if (method !== 'POST' || open.includes(pattern)) continue;
      const answer = await using.post(addressOf(pattern), { csrf: 'a'.repeat(64), name: 'Eve' });
      expect([pattern, answer.status]).toEqual([pattern, 403]);
    }
  });

  it('leads a manager to the settings', async () => {
    const { enter } = await area();
    const { using } = await enter(MANAGER);
    expect((await using.get('/staff/settings')).body).toContain(settingsWords.title);
  });
});
