import { expect, it } from 'vitest';
import { notes } from '#web/form/engine/note-words.ts';
import { viewOf } from '#web/form/engine/view.ts';
import { pages } from '#web/form/pages/all.ts';
import { begin, fill, referWorld } from './world.ts';

async function opened() {
  const using = referWorld().newBrowser();
  return { using, at: await begin(using) };
}

it('the NHS number brings up the keys for digits on a phone', async () => {
  const { using, at } = await opened();
  const { body } = await using.get(`${at}/child`);

  expect(body).toMatch(/<input[^>]*id="child\.nhsNumber"[^>]*inputmode="numeric"/);
});

it('no email address is marked as a spelling mistake', async () => {
  const { using, at } = await opened();
  for (const path of [`${at}/you`, `${at}/keep`, '/refer/staff']) {
    const inputs = (await using.get(path)).body.match(/<input[^>]*type="email"[^>]*>/g) ?? [];
    expect(inputs).not.toEqual([]);
    expect(inputs.filter((input) => !input.includes('spellcheck="false"'))).toEqual([]);
  }
});

it('every date and time shows an example, once', () => {
  const dates = pages.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'date' || kind === 'moment');
  const hints = dates.map((field) => viewOf(field, {}, []).hint);

  expect(dates.length).toBeGreaterThan(3);
  for (const hint of hints) expect(hint.match(/For example, \d+ \d+ 20\d\d/g)).toHaveLength(1);
});

it('of a child over the age without a setting, who can help and how to go on is said once', async () => {
  const { using, at } = await opened();
  await fill(using, `${at}/setting`, { settingHoursPerWeek: '0' });
  const saved = await fill(using, `${at}/child`, {
    'child.firstName': 'Poppy',
    'child.lastName': 'Testerfield',
    'child.dob-day': '10',
    'child.dob-month': '9',
    'child.dob-year': '2023',
  });
  const { body } = await using.get(saved.location);

  expect(body).toContain('work through settings');
  expect(body.split(`${notes.whoCanHelp}: `)).toHaveLength(2);
  expect(body.split(notes.redirected)).toHaveLength(2);
});

it('an address that is no page of ours says what to do, whether it was typed or came in an email', async () => {
  const { status, body } = await referWorld().newBrowser().get('/reffer');

  expect(status).toBe(404);
  expect(body).toContain('If you typed the address, check it, or begin at the start page.');
  expect(body).toContain('If you used a link in an email');
});
