import type { Page } from 'playwright-core';
import { openDuplicate } from '#test/browser/beside.ts';
import { openTask } from '#test/browser/triager.ts';
import { inTriage } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { decideWords } from '#web/staff/words.ts';
import { picture } from './picture.ts';

/** The page of a decision, and what is shown before it is recorded. */
export async function triage(page: Page, at: Service): Promise<void> {
  await openTask(page, at, await inTriage(at));
  await picture(page, 'triage-decision');
  await page.check('[name="outcome"][value="ACCEPT_INITIAL_ASSESSMENT"]');
  await page.fill('#reason', 'Delay in 2 areas, and the family asks for help');
  await page.fill('#deciderName', 'Robin Fielding');
  await page.fill('#deciderRole', 'Portage practitioner');
  await page.click(`main button:has-text("${decideWords.preview}")`);
  await page.waitForSelector(`main button:has-text("${decideWords.record}")`);
  await picture(page, 'triage-preview');
}

/** Numbers of the range kept for tests: another child for each width. */
const nhsNumbers = ['9990007314', '9990014620'];

/** Two referrals of one child, side by side. */
export async function duplicate(page: Page, at: Service): Promise<void> {
  await openDuplicate(page, at, nhsNumbers.pop() ?? '');
  await picture(page, 'duplicate-compare');
}
