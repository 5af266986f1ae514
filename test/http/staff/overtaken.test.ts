import { describe, expect, it } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { changeInWords, settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { testConfig } from '../service-config.ts';
import { managing } from './managing.ts';

const id = seededId('triage-1@example.org');
const PERSON = `/staff/settings/people/${id}`;
const day = (name: string, d: string, m: string) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: '2026',
});
const meeting = { ...day('first', '6', '10'), from: '9:30am', until: '11am', everyWeeks: 'ONCE' };

/** The manager at a page of the settings, while a colleague changes the team. */
async function overtaken(at: string) {
  const world = await managing(at);
  const { deps, stores } = world;
  const colleague = changeTeam({ ...deps, team: stores.team });
  await colleague({ change: 'LEAVE', id, leave: [{ from: '2026-10-01', to: '2026-10-09' }] }, MACHINE);
  return world;
}

describe('a form of the settings that a colleague has overtaken', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      '/staff/settings/letters',
      { phone: '01632 960222', hours: 'Mondays', email: 'us@example.org', signatory: '' },
      'value="01632 960222"',
    ],
    [
      '/staff/settings/mailboxes',
      { duty: 'night@example.org', advisoryTeachers: 'they@example.org' },
      'value="night@example.org"',
    ],
    [
      '/staff/settings/towns',
      { town: 'Yeovil', day: 'FRIDAY', from: '9am', until: '11am', venue: 'Hall' },
      'value="Hall"',
    ],
    ['/staff/settings/meetings', meeting, 'value="9:30am"'],
    [PERSON, { change: 'MAILBOX', mailbox: 'new@example.org' }, 'value="new@example.org"'],
    [PERSON, { change: 'LEAVE', ...day('from', '27', '11'), ...day('to', '28', '11') }, 'value="27"'],
    [PERSON, { change: 'ROLES', 'role-AUDITOR': 'yes' }, 'name="role-AUDITOR" value="yes" id="roles-6" checked'],
  ])('at %s keeps what was typed, says what was changed, and can be saved again', async (at, typed, kept) => {
    const { using, own } = await overtaken(at);
    const late = await using.post(at, { ...own, ...typed });
    expect(late.status).toBe(409);
    expect(late.body).toContain(kept);
    for (const said of [settingsWords.changedSince, settingsWords.typedStays, changeInWords('LEAVE_CHANGED')]) {
      expect(late.body).toContain(said);
    }
    const again = await using.post(at, { ...own, ...typed, version: hidden(late, 'version') });
    expect(again.status).toBe(303);
  });

  it('shows beside it what is saved now', async () => {
    const { using, own } = await overtaken('/staff/settings/letters');
    const { body } = await using.post('/staff/settings/letters', {
      ...own,
      phone: '1',
      hours: '2',
      email: 'a@b.example',
    });
    expect(body).toContain(`<dd>${testConfig.contact.phone}</dd>`);
    expect(body).toContain(settingsWords.savedNow);
  });

  it('is still overtaken once a mistake in it is corrected', async () => {
    const at = '/staff/settings/mailboxes';
    const { using, own, stores } = await overtaken(at);
    const typed = { duty: 'night@example.org', advisoryTeachers: 'they@example.org' };
    const wrong = await using.post(at, { ...own, ...typed, duty: 'night' });
    expect([wrong.status, hidden(wrong, 'version')]).toEqual([422, own.version]);
    expect((await using.post(at, { ...own, ...typed, version: hidden(wrong, 'version') })).status).toBe(409);
    expect((await stores.team.readTeam())?.mailboxes).toBeUndefined();
  });

  it('of a meeting that is no longer in the calendar is offered as a new one', async () => {
    const at = '/staff/settings/meetings/2026-10-06';
    const { using, own } = await managing('/staff/settings/meetings');
    await using.post('/staff/settings/meetings', { ...own, ...meeting });
    const opened = hidden(await using.get(at), 'version');
    await using.post(at, { csrf: own.csrf, version: opened, change: 'REMOVE' });
    const late = await using.post(at, { csrf: own.csrf, version: opened, change: 'CHANGE', from: '1pm', until: '2pm' });
    expect(late.status).toBe(409);
    for (const said of [changeInWords('MEETING_REMOVED'), 'value="1pm"', 'value="10"'])
      expect(late.body).toContain(said);
  });
});
