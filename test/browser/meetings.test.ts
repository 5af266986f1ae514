import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { meetingWords, minuteWords } from '#web/staff/meetings/words.ts';
import { meetingSettingsWords } from '#web/staff/settings/meetings/words.ts';
import { todayWords } from '#web/staff/today/words.ts';
import { enterArea } from './area.ts';
import { critic } from './judge.ts';
import { addMeetings } from './meetings.ts';
import { stage } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';
const ON = '2026-09-29';

/** Decides on the page of a task, through the preview where there is one. */
async function decide(page: Page, outcome: string, reason = ''): Promise<void> {
  await page.check(`[name="outcome"][value="${outcome}"]`);
  if (reason !== '') await page.fill('#reason', reason);
  await page.click('main button >> nth=-1');
  const done = `a:has-text("${meetingWords.back}")`;
  await page.waitForSelector(`button[name="confirm"], ${done}`);
  if (await page.$('button[name="confirm"]')) await page.click('button[name="confirm"]');
  await page.waitForSelector(done);
}

const openFirst = (page: Page) => page.click(`button:has-text("${meetingWords.open}") >> nth=0`);

it('a team sits: five referrals decided, deferred or minuted from the agenda with one code, on a telephone without JavaScript', async () => {
  const page = await at.newPage({ width: 375, javaScript: false });
  await enterArea(page, at.service, MANAGER);
  await page.goto(`${at.service.url}/staff/settings/meetings`);
  await addMeetings(page);
  for (let n = 0; n < 5; n += 1) await inTriage(at.service);
  await move(at.service, { at: `${ON}T08:40:00.000Z` });
  await enterArea(page, at.service, FIRST);
  await page.goto(`${at.service.url}/staff/meetings`);
  await page.fill('#others', 'Kit Health');
  await page.click(`button:has-text("${meetingWords.savePresent}")`);

  await openFirst(page);
  expect(await page.inputValue('#present')).toBe('Kit Health');
  await decide(page, 'ACCEPT_INITIAL_ASSESSMENT');
  await page.click('button:has-text("Next child")');
  await decide(page, 'DEFER_TO_MEETING', 'We wait for the paediatrician');
  expect(await page.textContent('main')).toContain('13 October 2026');
  await page.click('button:has-text("Next child")');
  await decide(page, 'ACCEPT_INITIAL_ASSESSMENT');

  await page.click(`a:has-text("${meetingWords.back}")`);
  expect(await page.textContent('main')).toContain(meetingWords.count(2, 5));
  await page.click(`a:has-text("${meetingWords.minute}") >> nth=0`);
  for (const [outcome, button] of [
    ['INVITE_GROUP', minuteWords.saveNext],
    ['DECLINE', minuteWords.save],
  ]) {
    await page.check(`[name="outcome"][value="${outcome}"]`);
    await page.fill('#reason', 'As the meeting said');
    await page.click(`button:has-text("${button}")`);
  }
  await page.goto(`${at.service.url}/staff`);
  expect((await page.textContent('main'))?.split(todayWords.due('1 October 2026'))).toHaveLength(3);
  await page.click('main form:not(.app-signed-in) button >> nth=0');
  expect(await page.inputValue('#reason')).toBe('As the meeting said');
  await page.context().close();
});

it('the pages of meetings have no fault, with mistakes and without', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, MANAGER);
  for (const path of ['settings/meetings', 'settings/meetings/2026-10-13', `meetings/${ON}`, `meetings/${ON}/pack`]) {
    await page.goto(`${at.service.url}/staff/${path}`);
    await look();
  }
  await page.goto(`${at.service.url}/staff/settings/meetings`);
  await page.click(`button:has-text("${meetingSettingsWords.addButton}")`);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  await page.goto(`${at.service.url}/staff/meetings/${ON}`);
  await page.click(`main a:has-text("${meetingWords.summary}") >> nth=0`);
  await look();
  await page.goto(`${at.service.url}/staff/meetings/${ON}`);
  await page.click(`a:has-text("${meetingWords.changeMinute}") >> nth=0`);
  await look();
  await page.fill('#reason', '');
  await page.click(`button:has-text("${minuteWords.save}")`);
  expect(await page.title()).toMatch(/^Error: /);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});
