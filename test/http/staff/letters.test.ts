import { describe, expect, it } from 'vitest';
import { letterFaultWords } from '#web/staff/settings/letters/words.ts';
import { changeInWords, settingsWords } from '#web/staff/settings/words.ts';
import { testConfig } from '../service-config.ts';
import { managing } from './managing.ts';

const at = '/staff/settings/letters';
const set = {
  ...{ phone: '01632 960111', hours: 'Every day, 10am to noon' },
  ...{ email: 'letters@example.org', signatory: 'Sam Green, Portage manager' },
};

describe('the contact and signatory of letters', () => {
  it('are those of the configuration until the manager changes them, and the team page says that they were', async () => {
    const { using, page, own, stores } = await managing(at);
    expect(page.body).toContain(`value="${testConfig.contact.phone}"`);
    const saved = await using.post(at, { ...own, ...set });
    expect([saved.status, saved.location]).toEqual([303, '/staff/settings']);
    expect((await stores.team.readTeam())?.letters).toEqual(set);
    expect((await using.get(at)).body).toContain(`value="${set.signatory}"`);
    expect((await using.get('/staff/settings')).body).toContain(changeInWords('LETTERS_CHANGED'));
  });

  it('names each fault at its question, keeps what was typed and changes nothing (malformed)', async () => {
    const { using, own, stores } = await managing(at);
    const wrong = { phone: ' ', hours: 'x'.repeat(121), email: 'letters at example', signatory: '-' };
    const answer = await using.post(at, { ...own, ...wrong });
    expect(answer.status).toBe(422);
    for (const name of Object.keys(wrong)) expect(answer.body).toContain(`href="#${name}"`);
    expect(answer.body).toContain(letterFaultWords.PHONE_MISSING);
    expect(answer.body).toContain(`value="${wrong.email}"`);
    expect(await stores.team.readTeam()).toBeUndefined();
  });

  it('shows the second of two managers what the first has saved, and saves nothing over it (race)', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...set });
    const answer = await using.post(at, { ...own, ...set, phone: '01632 960222' });
    expect([answer.status, answer.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
    for (const said of [`<dd>${set.phone}</dd>`, 'value="01632 960222"']) expect(answer.body).toContain(said);
    expect((await stores.team.readTeam())?.letters).toEqual(set);
  });
});
