import type { Page } from 'playwright-core';
import { meetingSettingsWords } from '#web/staff/settings/meetings/words.ts';

/** On the page of the meeting dates: a meeting every two weeks from 29 September 2026, 9:30am to 11am. */
export async function addMeetings(page: Page): Promise<void> {
  const dates = { first: ['29', '9', '2026'], last: ['5', '1', '2027'] };
  for (const [name, [day = '', month = '', year = '']] of Object.entries(dates)) {
    await page.fill(`#${name}-day`, day);
    await page.fill(`#${name}-month`, month);
    await page.fill(`#${name}-year`, year);
  }
  await page.fill('#from', '9:30am');
  await page.fill('#until', '11am');
  await page.check('[name="everyWeeks"][value="2"]');
  await page.click(`button:has-text("${meetingSettingsWords.addButton}")`);
}
