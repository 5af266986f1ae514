import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/people/person.ts';
import { involvementWords } from '#web/staff/decide/involvement-words.ts';
import { pageWords } from '#web/staff/decide/page-words.ts';
import { recordsWords } from '#web/staff/records/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { FIRST, queue } from './queue-world.ts';
import { accept, taskId } from './world.ts';

const MANAGER = 'manager@example.org';
const task = `/triage/tasks/${taskId}`;
const record = `/staff/records/${reference}`;
const asSent = `${record}/tasks/${taskId}/page`;

/** One decision of the world's task by a triager who read it, with the page that they saw. */
async function decided() {
  const world = await queue();
  const triager = await world.enter(FIRST);
  const opening = { csrf: hidden(await triager.get(record), 'csrf'), open: taskId };
  await triager.post(record, opening);
  const seen = await triager.get(task);
  const own = { csrf: hidden(seen, 'csrf'), taskId };
  const page = hidden(seen, 'page');
  expect((await triager.post(task, { ...accept, reason: 'Close to home', ...own, page })).status).toBe(303);
  const someone = async (role: Role) => {
    const who = { id: 'someone', name: 'Someone', mailbox: 'someone@example.org' };
    await world.deps.changeTeam({ change: 'JOIN', ...who, roles: [role] }, { kind: 'MACHINE' });
    return world.enter(who.mailbox);
  };
  return { ...world, triager, own, seen, page, someone };
}

describe('the decisions on the record', () => {
  it('say what was decided and why, by whom, what they had read, and that it is not for appraisal', async () => {
    const { enter } = await decided();
    const { body } = await (await enter(MANAGER)).get(record);
    const { read, RECORD, FOLLOWS } = involvementWords;
    const { notForAppraisal } = recordsWords;
    for (const said of [recordsWords.decisions, 'Close to home', read, RECORD, FOLLOWS, notForAppraisal]) {
      expect(body).toContain(said);
    }
    expect(body).not.toContain(involvementWords.record);
  });

  it('hold the correction of who decided beside what was recorded', async () => {
    const { enter, triager, own } = await decided();
    await triager.post(`${task}/involvement`, { ...own, readPACK: '1', reason: 'I had it on paper at home' });
    const { body } = await (await enter(MANAGER)).get(record);
    const both = [involvementWords.RECORD, involvementWords.corrected, 'I had it on paper at home'];
    for (const said of both) expect(body).toContain(said);
  });

  it('are not there before anyone has decided, nor once it was undone', async () => {
    const { enter, triager, own, stores } = await decided();
    const [, mark = ''] = /name="mark" value="([^"]+)"/.exec((await triager.get(task)).body) ?? [];
    expect((await triager.post(`${task}/undo`, { ...own, mark })).status).toBeLessThan(400);
    expect((await stores.cases.readCase(reference))?.task?.decision).toBeUndefined();
    const manager = await enter(MANAGER);
    expect((await manager.get(record)).body).not.toContain('id="decisions"');
    expect((await manager.get(asSent)).body).toContain(pageWords.noDecision);
  });
});

describe('the page as it was sent, from the record', () => {
  it('is what who decided saw, runs nothing, and is a reading of who opens it', async () => {
    const { enter, readings, seen, own, page } = await decided();
    const manager = await enter(MANAGER);
    expect((await manager.get(record)).body).toContain(`href="${asSent}"`);
    const { status, body, headers } = await manager.get(asSent);
    expect([status, body]).toEqual([200, seen.body.replaceAll(own.csrf, '').replaceAll(page, '')]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/);
    expect(readings.at(-1)).toMatchObject({ what: 'PAGE_AS_SENT', by: { name: 'manager' } });
  });

  it('is shown to an auditor, who has no task', async () => {
    const { someone } = await decided();
    expect((await (await someone('AUDITOR')).get(asSent)).status).toBe(200);
  });

  it.each<Role>(['PRACTITIONER', 'OPERATOR', 'TRIAGER'])(
    'is not shown to the role %s, nor is that a reading (hostile)',
    async (role) => {
      const { someone, readings } = await decided();
      const using = await someone(role);
      const before = readings.length;
      expect([(await using.get(asSent)).status, readings.length]).toEqual([403, before]);
    },
  );

  it.each([`${reference}-T9`, 'T1', '..', `${reference}-CONFIRM_BAND-LISTED`])(
    'of a task without a decision is none: %s (malformed)',
    async (wrong) => {
      const { enter } = await decided();
      const answer = await (await enter(MANAGER)).get(`${record}/tasks/${encodeURIComponent(wrong)}/page`);
      expect(answer.status).toBe(404);
    },
  );

  it('is shown to no one without a session', async () => {
    const { newBrowser } = await decided();
    expect((await newBrowser().get(asSent)).body).not.toContain('Poppy');
  });
});
