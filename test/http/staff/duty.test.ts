import { describe, expect, it } from 'vitest';
import { dutyOn } from '#domain/people/duty.ts';
import { seededId } from '#domain/people/seed.ts';
import { settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { triageWorld } from './world.ts';

const at = '/staff/settings/duty';
const [one, two, manager] = ['triage-1', 'triage-2', 'manager'].map((name) => seededId(`${name}@example.org`));

async function settings() {
  const world = await triageWorld();
  const using = world.newBrowser();
  const asked = await using.post('/staff/sign-in', { mailbox: 'manager@example.org' });
  const fields = { mailbox: 'manager@example.org', asker: hidden(asked, 'asker'), code: world.lastCode() };
  await using.post('/staff/sign-in/code', fields);
  const page = await using.get(at);
  const own = { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
  const onDuty = async (on: string) => {
    const team = await world.stores.team.readTeam();
    return team && dutyOn(team, on).map(({ id }) => id);
  };
  return { ...world, using, page, own, onDuty };
}

describe('who is on duty', () => {
  it('is changed for every day and for one day of the week, and the team page says by whom', async () => {
    const { using, own, onDuty } = await settings();
    const first = await using.post(at, { ...own, day: 'MONDAY', person: two ?? '', deputy: manager ?? '' });
    expect([first.status, first.location]).toEqual([303, at]);
    const next = { csrf: own.csrf, version: hidden(await using.get(at), 'version') };
    await using.post(at, { ...next, day: 'EVERY_DAY', person: manager ?? '', deputy: one ?? '' });
    expect(await onDuty('2026-09-28')).toEqual([two, manager]);
    expect(await onDuty('2026-09-29')).toEqual([manager, one]);
    expect((await using.get('/staff/settings')).body).toContain(settingsWords.history);
  });

  it('names each missing answer at its question, and changes nothing (malformed)', async () => {
    const { using, own, stores } = await settings();
    const answer = await using.post(at, { ...own, day: 'MONDAY' });
    expect([answer.status, answer.body.includes('href="#person"'), answer.body.includes('href="#deputy"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await stores.team.readTeam()).toBeUndefined();
  });

  it('is never one person twice', async () => {
    const { using, own } = await settings();
    const answer = await using.post(at, { ...own, day: 'MONDAY', person: one ?? '', deputy: one ?? '' });
    expect(answer.status).toBe(422);
  });

  it('shows the second of two managers what the first has changed (race)', async () => {
    const { using, own } = await settings();
    await using.post(at, { ...own, day: 'MONDAY', person: two ?? '', deputy: one ?? '' });
    const answer = await using.post(at, { ...own, day: 'TUESDAY', person: one ?? '', deputy: two ?? '' });
    expect([answer.status, answer.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
  });
});
