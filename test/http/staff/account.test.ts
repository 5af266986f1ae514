import { describe, expect, it } from 'vitest';
import { accountWords, refusals } from '#web/staff/sign-in/account/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { account, accountWorld } from './account-world.ts';
import { taskId } from './world.ts';

const FIRST = 'triage-1@example.org';
const MANAGER = 'manager@example.org';
const TASK = `/triage/tasks/${taskId}`;

describe('signing in with a work account', () => {
  it('leads a member of the team through a page of ours to what they are asked to do', async () => {
    const { come, knows } = await accountWorld();
    knows(account(FIRST));
    const { using, answer } = await come();
    expect([answer.status, answer.headers.refresh]).toEqual([200, '0;url=http://localhost:8080/staff']);
    expect(answer.body).toContain(accountWords.signedIn);
    const { body } = await using.get('/staff');
    for (const said of [reference, todayWords.leadWithAccount]) expect(body).toContain(said);
    expect(body).not.toContain(todayWords.lead);
  });

  it('gives the session a Strict cookie, and only the way back a Lax one', async () => {
    const { come, knows } = await accountWorld({ baseUrl: 'https://referrals.example.org' });
    knows(account(FIRST));
    const { start, answer } = await come();
    expect(start.cookies).toEqual([
      expect.stringMatching(/^__Secure-small-steps-sign-in=.*; Path=\/staff\/sign-in; .*SameSite=Lax; Secure$/),
    ]);
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^__Secure-small-steps-sign-in=; .*Max-Age=0/),
      expect.stringMatching(/^__Secure-small-steps-staff=.*SameSite=Strict; Secure$/),
    ]);
  });

  it('leads from the emailed link to the task that it is about, and records that', async () => {
    const { come, knows, newBrowser, token, readings } = await accountWorld();
    knows(account(FIRST));
    const using = newBrowser();
    expect((await using.get(`/triage/l/${token}`)).body).toContain(reference);
    const asked = await using.post(`/triage/l/${token}`);
    expect(asked.body).toContain(accountWords.toOpen(reference));
    expect(asked.body).toContain(`/staff/sign-in/start?work=${taskId}`);
    const { answer } = await come(using, { work: taskId });
    expect(answer.headers.refresh).toBe(`0;url=http://localhost:8080${TASK}`);
    expect((await using.get(TASK)).body).toContain('name="outcome"');
    expect(readings.map(({ what }) => what)).toEqual(['SESSION_OPENED', 'RECORD']);
  });

  it('opens the next link without signing in again', async () => {
    const { come, knows, token } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    expect((await using.post(`/triage/l/${token}`)).location).toBe(TASK);
  });

  it('sends no code, and has no door for one', async () => {
    const { newBrowser, mailer, token } = await accountWorld();
    const using = newBrowser();
    await using.post(`/triage/l/${token}`);
    const doors = ['/staff/sign-in', '/staff/sign-in/code', `/triage/l/${token}/code`];
    const answers = await Promise.all(doors.map((at) => using.post(at, { mailbox: FIRST, code: '123456' })));
    expect(answers.map(({ status }) => status)).toEqual([405, 404, 404]);
    expect(mailer.sent).toEqual([]);
  });

  it('shows whoever is signed in their work, and anyone else the way in', async () => {
    const { come, knows, newBrowser } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    expect((await using.get('/staff/sign-in')).location).toBe('/staff');
    expect((await newBrowser().get('/staff/sign-in')).body).toContain(
      'href="http://localhost:8080/staff/sign-in/start"',
    );
  });
});

describe('what a work account may do', () => {
  it('is what both its groups and the team record allow', async () => {
    const { come, knows } = await accountWorld();
    knows(account(MANAGER, ['ADMINISTRATOR']));
    const { using } = await come();
    expect((await using.get('/staff')).status).toBe(200);
    expect((await using.get('/staff/settings')).status).toBe(403);
  });

  it('is not to decide, where only the record says so', async () => {
    const { come, knows } = await accountWorld();
    knows(account(FIRST, ['ADMINISTRATOR']));
    const { using } = await come(undefined, { work: taskId });
    expect((await using.get(TASK)).status).toBe(404);
  });

  it('is never more than the record says, whatever its groups are', async () => {
    const { come, knows } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    expect((await using.get('/staff/settings')).status).toBe(403);
  });
});

describe('someone who cannot sign in reads why, and opens nothing', () => {
  it.each([
    ['at a mailbox that the team does not know', account('stranger@example.org'), 'NOT_IN_TEAM'],
    ['without a mailbox that anyone vouches for', account(undefined), 'NO_MAILBOX'],
    ['in none of the groups', account(FIRST, []), 'NO_GROUP'],
  ] as const)('%s', async (_what, who, why) => {
    const { come, knows } = await accountWorld();
    knows(who);
    const { using, answer } = await come();
    expect([answer.status, answer.body.includes(refusals[why].title)]).toEqual([403, true]);
    expect(answer.body).toContain('/staff/sign-in/start?anew=yes');
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
  });

  it('and may come with another account, which the provider then asks for', async () => {
    const { come, begun } = await accountWorld();
    await come(undefined, { anew: 'yes' });
    expect(begun.map(({ anew }) => anew)).toEqual([true]);
  });

  it('because they chose not to', async () => {
    const { come } = await accountWorld();
    const { answer } = await come();
    expect([answer.status, answer.body.includes(refusals.CANCELLED.title)]).toEqual([200, true]);
  });

  it.each(['UNREACHABLE', 'REFUSED'] as const)('because of what came back: %s', async (kind) => {
    const { come, answerWith, log } = await accountWorld();
    answerWith({ kind, why: 'OAUTH_SOMETHING' });
    const { using, answer } = await come();
    expect(answer.body).toContain(refusals[kind].title);
    expect(answer.body).not.toContain('OAUTH_SOMETHING');
    expect(JSON.stringify(log.lines)).toContain('OAUTH_SOMETHING');
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
  });

  it('while the provider is down', async () => {
    const { newBrowser, goDown, log } = await accountWorld();
    goDown();
    const answer = await newBrowser().get('/staff/sign-in/start');
    expect([answer.status, answer.body.includes(refusals.UNREACHABLE.title)]).toEqual([503, true]);
    expect(JSON.stringify(log.lines)).toContain('"sign-in-unreachable"');
  });
});

describe('the way back from the provider (hostile)', () => {
  it('counts once: the second time opens nothing', async () => {
    const { come, knows, newBrowser } = await accountWorld();
    knows(account(FIRST));
    const { using, back } = await come();
    expect((await using.get('/staff/sign-in/callback', back)).body).toContain(refusals.OLD.title);
    expect((await newBrowser().get('/staff/sign-in/callback', back)).cookies).toEqual([]);
  });

  it('counts once, even for a browser that keeps the cookie and comes twice at the same moment', async () => {
    const { knows, newBrowser } = await accountWorld();
    knows(account(FIRST));
    const using = newBrowser();
    const { location, cookies } = await using.get('/staff/sign-in/start');
    const Cookie = (cookies[0] ?? '').split(';', 1)[0] ?? '';
    const query = { code: 'a-code', state: new URL(location).searchParams.get('state') ?? '' };
    const again = () => newBrowser().send({ path: '/staff/sign-in/callback', query, headers: { Cookie } });
    const answers = await Promise.all([again(), again(), again()]);
    expect(answers.filter(({ body }) => body.includes(accountWords.signedIn)).length).toBe(1);
  });

  it('is closed without the cookie of the browser that began, so no one is signed in as someone else', async () => {
    const { knows, newBrowser } = await accountWorld();
    knows(account(FIRST));
    const { location } = await newBrowser().get('/staff/sign-in/start');
    const victim = newBrowser();
    const state = new URL(location).searchParams.get('state') ?? '';
    const answer = await victim.get('/staff/sign-in/callback', { code: 'a-code', state });
    expect([answer.body.includes(refusals.OLD.title), answer.cookies]).toEqual([true, []]);
  });

  it('is closed to another state', async () => {
    const { knows, newBrowser } = await accountWorld();
    knows(account(FIRST));
    const using = newBrowser();
    await using.get('/staff/sign-in/start');
    const answer = await using.get('/staff/sign-in/callback', { code: 'a-code', state: 'another' });
    expect(answer.body).toContain(refusals.REFUSED.title);
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
  });

  it('is closed after ten minutes', async () => {
    const { knows, newBrowser, clock } = await accountWorld();
    knows(account(FIRST));
    const using = newBrowser();
    const { location } = await using.get('/staff/sign-in/start');
    clock.advanceMinutes(10);
    const state = new URL(location).searchParams.get('state') ?? '';
    const answer = await using.get('/staff/sign-in/callback', { code: 'a-code', state });
    expect(answer.body).toContain(refusals.OLD.title);
  });

  it.each(['https://evil.example.org/', '//evil.example.org', `${taskId}/../../x`, `${taskId}?to=x`, '__proto__'])(
    'leads nowhere else, whatever the address asks for: %s',
    async (work) => {
      const { come, knows } = await accountWorld();
      knows(account(FIRST));
      const { start, answer } = await come(undefined, { work });
      expect(start.cookies.join()).not.toContain('evil');
      expect(answer.headers.refresh).toBe('0;url=http://localhost:8080/staff');
      expect(answer.body).not.toContain('evil');
    },
  );

  it('opens no task that is asked of others', async () => {
    const { come, knows, deps } = await accountWorld();
    const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org', roles: ['TRIAGER'] as const };
    await deps.changeTeam({ change: 'JOIN', ...who, roles: [...who.roles] }, { kind: 'MACHINE' });
    knows(account('someone@example.org'));
    const { using, answer } = await come(undefined, { work: taskId });
    expect(answer.headers.refresh).toBe('0;url=http://localhost:8080/staff');
    expect((await using.get(TASK)).status).toBe(404);
  });
});

describe('a session of a work account ends', () => {
  it('here and at the provider when they sign out', async () => {
    const { come, knows } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    const csrf = hidden(await using.get('/staff'), 'csrf');
    const out = await using.post('/staff/sign-out', { csrf });
    expect(out.headers.refresh).toBe('0;url=https://login.example.org/end?id_token_hint=the-token');
    expect(out.headers['clear-site-data']).toBe('"storage"');
    expect(out.body).toContain(accountWords.signOutThere);
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
    expect((await using.get('/staff/sign-in/signed-out')).body).toContain(accountWords.signedOut);
  });

  it('everywhere, once they come back in none of the groups', async () => {
    const { come, knows, clock } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    knows(account('triage-2@example.org'));
    const { using: colleague } = await come();
    clock.advanceMinutes(1);
    knows(account(FIRST, []));
    await come();
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
    expect((await colleague.get('/staff')).status).toBe(200);
    clock.advanceMinutes(1);
    knows(account(FIRST));
    expect((await (await come()).using.get('/staff')).status).toBe(200);
  });

  it('by the write that removes the person', async () => {
    const { come, knows, deps } = await accountWorld();
    knows(account(FIRST));
    const { using } = await come();
    const id = (await deps.readTeam()).people.find(({ mailbox }) => mailbox === FIRST)?.id ?? '';
    await deps.leaveTeam({ id }, { kind: 'MACHINE' });
    expect((await using.get('/staff')).location).toBe('/staff/sign-in');
  });
});
