import { describe, expect, it } from 'vitest';
import { dutyOn } from '#domain/people/duty.ts';
import { seededId } from '#domain/people/seed.ts';
import { dutyWords } from '#web/staff/settings/duty/words.ts';
import { refusalWords, settingsWords } from '#web/staff/settings/words.ts';
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

const date = (name: string, d: string, m = '10') => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: '2026',
});
const range = {
  change: 'RANGE',
  ...date('from', '5'),
  ...date('to', '9'),
  rangePerson: two ?? '',
  rangeDeputy: one ?? '',
};

describe('who is on duty between two dates', () => {
  it('comes before the days of the week, is shown, and can be removed', async () => {
    const { using, own, onDuty } = await settings();
    await using.post(at, { ...own, ...range });
    const weekly = { csrf: own.csrf, version: hidden(await using.get(at), 'version') };
    await using.post(at, { ...weekly, day: 'MONDAY', person: manager ?? '', deputy: one ?? '' });
    expect([await onDuty('2026-10-05'), await onDuty('2026-10-12')]).toEqual([
      [two, one],
      [manager, one],
    ]);
    const shown = await using.get(at);
    expect(shown.body).toContain('5 October 2026 to 9 October 2026: triage-2, then triage-1');
    const ended = { csrf: own.csrf, version: hidden(shown, 'version'), change: 'END', begins: '2026-10-05' };
    expect((await using.post(at, ended)).status).toBe(303);
    expect(await onDuty('2026-10-05')).toEqual([manager, one]);
  });

  it('names who is in the way where a day is taken, keeps what was typed and changes nothing', async () => {
    const { using, own, stores } = await settings();
    await using.post(at, { ...own, ...range });
    const next = { csrf: own.csrf, version: hidden(await using.get(at), 'version') };
    const answer = await using.post(at, { ...next, ...range, ...date('from', '9'), ...date('to', '12') });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(dutyWords.overlaps('triage-2', '5 October 2026 to 9 October 2026'));
    for (const said of ['href="#from-day"', 'value="12"']) expect(answer.body).toContain(said);
    expect((await stores.team.readTeam())?.version).toBe(1);
  });

  it.each<[string, Record<string, string>, string[], string]>([
    ['nothing (half-finished)', { change: 'RANGE' }, ['from-day', 'to-day', 'rangePerson', 'rangeDeputy'], ''],
    ['a day that is none (malformed)', { ...range, ...date('to', '31', '2') }, ['to-day'], ''],
    ['an end before the beginning', { ...range, ...date('to', '4') }, ['to-day'], ''],
    ['a day that is over', { ...range, ...date('from', '1', '9') }, ['from-day'], refusalWords.DUTY_PAST.message],
  ])('refuses %s at its question', async (_what, fields, paths, message) => {
    const { using, own, stores } = await settings();
    const answer = await using.post(at, { ...own, ...fields });
    expect(answer.status).toBe(422);
    for (const path of paths) expect(answer.body).toContain(`href="#${path}"`);
    expect(answer.body).toContain(message);
    expect(await stores.team.readTeam()).toBeUndefined();
  });
});

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
