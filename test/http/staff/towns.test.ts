import { describe, expect, it } from 'vitest';
import { townWords } from '#web/staff/settings/towns/words.ts';
import { changeInWords, settingsWords } from '#web/staff/settings/words.ts';
import { hidden } from '../browser.ts';
import { managing } from './managing.ts';

const at = '/staff/settings/towns';
const typed = { town: 'Yeovil', day: 'FRIDAY', from: '9.30am', until: '11am', venue: 'Example Hall' };
const kept = { ...typed, from: '09:30', until: '11:00' };

describe('the days and places of Stay and Play', () => {
  it('are set for a town, shown with the form filled in, and taken away again', async () => {
    const { using, page, own, stores } = await managing(at);
    expect(page.body).toContain(townWords.notSet);
    const saved = await using.post(at, { ...own, ...typed });
    expect([saved.status, saved.location]).toEqual([303, at]);
    expect((await stores.team.readTeam())?.stayAndPlay).toEqual([kept]);
    const shown = await using.get(at, { town: 'Yeovil' });
    expect(shown.body).toContain('Every Friday, 9:30am to 11am, at Example Hall');
    expect(shown.body).toContain(`value="${typed.venue}"`);
    const own2 = { csrf: own.csrf, version: hidden(shown, 'version') };
    expect((await using.post(at, { ...own2, change: 'REMOVE', town: 'Yeovil' })).status).toBe(303);
    expect((await stores.team.readTeam())?.stayAndPlay).toEqual([]);
    expect((await using.get('/staff/settings')).body).toContain(changeInWords('STAY_AND_PLAY_CHANGED'));
  });

  it('say what the place has, as selected, and nothing of it once that is cleared', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...typed, 'facts-STEP_FREE': 'yes', 'facts-QUIET_ROOM': 'yes' });
    expect((await stores.team.readTeam())?.stayAndPlay).toEqual([{ ...kept, facts: ['STEP_FREE', 'QUIET_ROOM'] }]);
    const shown = await using.get(at, { town: 'Yeovil' });
    expect(shown.body).toContain('at Example Hall, which has a step-free entrance and a quiet room');
    expect(shown.body.match(/name="facts-[A-Z_]+" value="yes"[^>]* checked/g)?.length).toBe(2);
    await using.post(at, { csrf: own.csrf, version: hidden(shown, 'version'), ...typed });
    expect((await stores.team.readTeam())?.stayAndPlay).toEqual([kept]);
  });

  it('name each fault at its question, keep what was typed and change nothing (malformed)', async () => {
    const { using, own, stores } = await managing(at);
    const answer = await using.post(at, { ...own, town: 'Atlantis', from: 'early', venue: 'x'.repeat(201) });
    expect(answer.status).toBe(422);
    for (const name of ['town', 'day', 'from', 'until', 'venue']) expect(answer.body).toContain(`href="#${name}"`);
    expect(answer.body).toContain('value="early"');
    const reversed = await using.post(at, { ...own, ...typed, until: '9am' });
    expect([reversed.status, reversed.body.includes('href="#until"')]).toEqual([422, true]);
    expect(await stores.team.readTeam()).toBeUndefined();
  });

  it('show the second of two managers what the first has saved, and save nothing over it (race)', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...typed });
    const answer = await using.post(at, { ...own, ...typed, venue: 'Another hall' });
    expect([answer.status, answer.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
    expect((await stores.team.readTeam())?.stayAndPlay).toEqual([kept]);
  });
});
