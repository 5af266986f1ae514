import { describe, expect, it } from 'vitest';
import { eventInWords } from '#web/components/record/event-words.ts';
import { meetingFaultWords, meetingSettingsWords } from '#web/staff/settings/meetings/words.ts';
import { refusalWords, settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { triageWorld } from './world.ts';

const HERE = '/staff/settings/meetings';
const MANAGER = 'manager@example.org';

/** A service manager at the meeting dates. Today is 24 September 2026. */
async function dates() {
  const world = await triageWorld();
  const enter = async () => {
    const using = world.newBrowser();
    const asked = await using.post('/staff/sign-in', { mailbox: MANAGER });
    await using.post('/staff/sign-in/code', {
      mailbox: MANAGER,
      asker: hidden(asked, 'asker'),
      code: world.lastCode(),
    });
    return using;
  };
  const using = await enter();
  const formOf = async (address: string) => {
    const page = await using.get(address);
    return { csrf: hidden(page, 'csrf'), version: hidden(page, 'version') };
  };
  const send = async (fields: Record<string, string>, address = HERE) =>
    using.post(address, { ...(await formOf(address)), ...fields });
  const meetings = async () => (await world.deps.readTeam()).meetings ?? [];
  return { ...world, using, enter, formOf, send, meetings };
}

const day = (name: string, d: string, m: string, y = '2026') => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
});
const one = { ...day('first', '6', '10'), from: '9:30am', until: '11am', everyWeeks: 'ONCE' };

describe('the meeting dates', () => {
  it('take one meeting, with the times as people write them', async () => {
    const { send, meetings, using } = await dates();
    expect((await send(one)).status).toBe(303);
    expect(await meetings()).toEqual([{ on: '2026-10-06', from: '09:30', until: '11:00' }]);
    expect((await using.get(HERE)).body).toContain('6 October 2026, 9:30am to 11am');
  });

  it('take a series without the bank holidays, and say which were left out', async () => {
    const { send, meetings, using } = await dates();
    const series = { ...one, ...day('first', '11', '12'), everyWeeks: '2', ...day('last', '8', '1', '2027') };
    const { location } = await send(series);
    expect((await meetings()).map(({ on }) => on)).toEqual(['2026-12-11', '2027-01-08']);
    const [path = '', search] = location.split('?');
    const { body } = await using.get(path, Object.fromEntries(new URLSearchParams(search)));
    expect(body).toContain(meetingSettingsWords.skipped('25 December 2026'));
  });

  it('change the times of a meeting, and remove it', async () => {
    const { send, meetings } = await dates();
    await send(one);
    await send({ change: 'CHANGE', from: '1pm', until: '14:30' }, `${HERE}/2026-10-06`);
    expect(await meetings()).toEqual([{ on: '2026-10-06', from: '13:00', until: '14:30' }]);
    await send({ change: 'REMOVE' }, `${HERE}/2026-10-06`);
    expect(await meetings()).toEqual([]);
  });

  it('say which referrals are due at another time, once their meeting moves, and their history says it too', async () => {
    const { send, using, stores } = await dates();
    await send(one);
    const theCase = await stores.cases.readCase(reference);
    const due = { firstDueAt: '2026-10-06T10:00:00.000Z', dueAt: '2026-10-07T08:00:00.000Z', round: 0 };
    if (theCase?.task) {
      await stores.cases.saveCase({ ...theCase, version: theCase.version + 1, task: { ...theCase.task, ...due } });
    }
    const { location } = await send({ change: 'CHANGE', from: '1pm', until: '2:30pm' }, `${HERE}/2026-10-06`);
    const [path = '', search] = location.split('?');
    const { body } = await using.get(path, Object.fromEntries(new URLSearchParams(search)));
    expect(body).toContain(meetingSettingsWords.followed(reference, 0));
    expect((await using.get(`/staff/records/${reference}`)).body).toContain(eventInWords('DUE_DATE_MOVED'));
  });

  it('show nothing of an address that was made up (hostile)', async () => {
    const { using } = await dates();
    const { body } = await using.get(HERE, { followed: 'Poppy <b>x</b>', leftOut: 'never', more: '3' });
    expect(body).not.toMatch(/Poppy|<b>|never/);
  });

  it.each<[string, Record<string, string>, string, string]>([
    ['nothing (half-finished)', { everyWeeks: 'ONCE' }, 'first-day', meetingFaultWords.DATE_MISSING.toString()],
    [
      'a date that is none (malformed)',
      { ...one, ...day('first', '31', '2') },
      'first-day',
      'February 2026 has 28 days',
    ],
    ['a time that is none (malformed)', { ...one, from: 'nine' }, 'from', meetingFaultWords.FROM_UNREADABLE.toString()],
    ['an end before the beginning', { ...one, until: '9am' }, 'until', meetingFaultWords.TIMES_REVERSED.toString()],
    ['a day that is over', { ...one, ...day('first', '1', '9') }, 'first-day', refusalWords.MEETING_PAST.message],
    [
      'a series without an end (half-finished)',
      { ...one, everyWeeks: '2' },
      'last-day',
      meetingFaultWords.LAST_UNREAL.toString(),
    ],
    [
      'a series of ten years',
      { ...one, everyWeeks: '1', ...day('last', '6', '10', '2036') },
      'last-day',
      meetingFaultWords.SERIES_TOO_LONG.toString(),
    ],
    [
      'a choice that is none (hostile)',
      { ...one, everyWeeks: '0', ...day('last', '6', '11') },
      'everyWeeks',
      meetingFaultWords.WEEKS_UNREADABLE.toString(),
    ],
  ])('refuse %s, keep what was typed and change nothing', async (_what, fields, at, message) => {
    const { send, meetings } = await dates();
    const { status, body } = await send(fields);
    expect([status, body.includes(`href="#${at}"`), body.includes(`id="${at}"`), body.includes(message)]).toEqual([
      422,
      true,
      true,
      true,
    ]);
    for (const typed of Object.values(fields)) expect(body).toContain(`value="${typed}"`);
    expect(await meetings()).toEqual([]);
  });

  it('refuse a meeting on a date that has one (twice)', async () => {
    const { send } = await dates();
    await send(one);
    expect((await send(one)).body).toContain(refusalWords.MEETING_KNOWN.message);
  });

  it('show the second of two managers what the first changed, and save nothing over it', async () => {
    const { enter, formOf, send, using, meetings } = await dates();
    const stale = await formOf(HERE);
    const other = await enter();
    const page = await other.get(HERE);
    await other.post(HERE, { csrf: hidden(page, 'csrf'), version: hidden(page, 'version'), ...one });
    const answer = await using.post(HERE, { ...stale, ...one, ...day('first', '20', '10') });
    expect(answer.status).toBe(409);
    for (const said of [settingsWords.changedSince, '6 October 2026, 9:30am to 11am'])
      expect(answer.body).toContain(said);
    expect((await meetings()).length).toBe(1);
    expect((await send({ ...one, ...day('first', '20', '10') })).status).toBe(303);
  });

  it('open no page for a date without a meeting', async () => {
    const { send, using } = await dates();
    await send(one);
    expect((await using.get(`${HERE}/2026-10-07`)).status).toBe(404);
  });
});
