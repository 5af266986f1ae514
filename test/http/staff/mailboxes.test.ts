import { describe, expect, it } from 'vitest';
import { mailboxFaultWords, mailboxWords } from '#web/staff/settings/mailboxes/words.ts';
import { changeInWords, settingsWords } from '#web/staff/settings/words.ts';
import { testConfig } from '../service-config.ts';
import { managing } from './managing.ts';

const at = '/staff/settings/mailboxes';
const set = { duty: 'night-duty@example.org', advisoryTeachers: 'teachers@example.org' };

describe('the email addresses of teams', () => {
  it('are those of the configuration until the manager changes them, and the team page says that they were', async () => {
    const { using, page, own, stores } = await managing(at);
    for (const known of [testConfig.dutyMailbox, testConfig.advisoryTeacherMailbox]) {
      expect(page.body).toContain(`value="${known}"`);
    }
    const saved = await using.post(at, { ...own, ...set });
    expect([saved.status, saved.location]).toEqual([303, '/staff/settings']);
    expect((await stores.team.readTeam())?.mailboxes).toEqual(set);
    expect((await using.get(at)).body).toContain(`value="${set.duty}"`);
    expect((await using.get('/staff/settings')).body).toContain(changeInWords('MAILBOXES_CHANGED'));
  });

  it('say which addresses only a deployment changes', async () => {
    const { page } = await managing(at);
    for (const said of [mailboxWords.deployed, mailboxWords.sender(testConfig.sender), mailboxWords.alarms]) {
      expect(page.body).toContain(said);
    }
    expect(page.body).not.toContain(`value="${testConfig.sender}"`);
  });

  it('name each fault at its question, keep what was typed and change nothing (malformed)', async () => {
    const { using, own, stores } = await managing(at);
    const answer = await using.post(at, { ...own, duty: 'duty at example', advisoryTeachers: ' ' });
    expect(answer.status).toBe(422);
    for (const name of Object.keys(set)) expect(answer.body).toContain(`href="#${name}"`);
    expect(answer.body).toContain(mailboxFaultWords.ADVISORY_MISSING);
    expect(answer.body).toContain('value="duty at example"');
    expect(await stores.team.readTeam()).toBeUndefined();
  });

  it('show the second of two managers what the first has saved, and save nothing over it (race)', async () => {
    const { using, own, stores } = await managing(at);
    await using.post(at, { ...own, ...set });
    const answer = await using.post(at, { ...own, ...set, duty: 'day-duty@example.org' });
    expect([answer.status, answer.body.includes(settingsWords.changedSince)]).toEqual([409, true]);
    expect(answer.body).toContain(`<dd>${set.duty}</dd>`);
    expect((await stores.team.readTeam())?.mailboxes).toEqual(set);
  });
});
