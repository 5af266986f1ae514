import { describe, expect, it } from 'vitest';
import { writeTeam } from '#application/access/write-team.ts';
import { left } from '#domain/people/change.ts';
import { seededId } from '#domain/people/seed.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { othersWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, codeOf, storedReferral, withTask } from '../records.ts';
import { testConfig } from '../service-config.ts';
import { accept, taskId, triageWorld } from './world.ts';

const at = `/triage/tasks/${taskId}/others`;
const FIRST = 'triage-1@example.org';
const SECOND = 'triage-2@example.org';

/** A browser that opened one task, and as many others that wait for these people. */
async function meeting(asked: readonly (readonly string[])[]) {
  const world = await triageWorld();
  const ids = await Promise.all(
    asked.map(async (mailboxes, n) => {
      const reference = referenceFor('local', `key-of-the-meeting-${n}`, 0);
      const theCase = { ...checkedCase('TRIAGE'), reference };
      await world.stores.referrals.putReferral({ ...storedReferral({}), reference });
      await world.stores.cases.createCase(withTask(theCase, 'TRIAGE', mailboxes.map(codeOf)));
      return `${reference}-T1`;
    }),
  );
  const using = await world.signIn();
  const csrf = hidden(await using.get(`/triage/tasks/${taskId}`), 'csrf');
  const open = (id: string) => using.post(at, { csrf, taskId, open: id });
  return { ...world, using, ids, csrf, open };
}

describe('the other open tasks of a person', () => {
  it('of a meeting of seven are all opened with the one code', async () => {
    const { using, ids, open, mailer } = await meeting(Array.from({ length: 6 }, () => [FIRST, SECOND]));
    const { body } = await using.get(at);
    for (const id of ids) {
      expect(body).toContain(`value="${id}"`);
      expect((await open(id)).location).toBe(`/triage/tasks/${id}`);
      expect((await using.get(`/triage/tasks/${id}`)).status).not.toBe(404);
    }
    expect(mailer.sent).toHaveLength(1);
  });

  it('are reached from the task and from what was decided', async () => {
    const { using, csrf } = await meeting([]);
    expect((await using.get(`/triage/tasks/${taskId}`)).body).toContain(`href="${at}"`);
    const decided = await using.post(`/triage/tasks/${taskId}`, { ...accept, csrf, taskId });
    const shown = decided.location === '' ? decided : await using.get(decided.location);
    expect(shown.body).toContain(`href="${at}"`);
    expect((await using.get(at)).body).toContain(othersWords.empty);
  });

  it('are not those of a colleague (hostile)', async () => {
    const { using, ids, open } = await meeting([[SECOND]]);
    const [id = ''] = ids;
    expect((await using.get(at)).body).not.toContain(id);
    expect((await open(id)).location).toBe(at);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
  });

  it('are opened by nobody who only reads the list (GET never acts), each with its own reading', async () => {
    const { using, ids, open, readings } = await meeting([[FIRST]]);
    const [id = ''] = ids;
    await using.get(at);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
    await open(id);
    expect(readings.at(-1)?.what).toBe('TASK_OPENED');
  });

  it.each([
    ['of another session (forged)', { csrf: 'a'.repeat(64), taskId }],
    ['without a session’s fields (forged)', {}],
  ])('are not opened by a form %s', async (_what, fields) => {
    const { using, ids } = await meeting([[FIRST]]);
    const [id = ''] = ids;
    expect((await using.post(at, { ...fields, open: id })).status).toBe(403);
    expect((await using.get(`/triage/tasks/${id}`)).status).toBe(404);
  });

  it('are shut to whoever has left (late), and to a browser without a session', async () => {
    const { using, newBrowser, stores, clock } = await meeting([[FIRST]]);
    expect((await newBrowser().get(at)).status).toBe(404);
    const moment = { now: clock.now(), by: { kind: 'MACHINE' } } as const;
    await writeTeam({ ...stores, config: testConfig })((team) => left(team, moment, seededId(FIRST)));
    expect((await using.get(at)).status).toBe(404);
  });
});
