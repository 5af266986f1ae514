import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { bodyOf } from '#test/cases.ts';
import { inTriage } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { CONSOLE_AT, caseAt, queueAt } from '#web/console/address.ts';
import { picture } from './picture.ts';

/** What an operator sees: the front page while something is wrong, and the list of it. */
export async function operators(page: Page, at: Service): Promise<void> {
  const referrer = { ...Object(bodyOf('C01', []).referrer), email: 'bounce@example.org' };
  const reference = await inTriage(at, { referrer });
  await move(at, { advance: 'PT2M' });
  await enterArea(page, at, 'manager@example.org');
  await page.goto(`${at.url}${CONSOLE_AT}`);
  await picture(page, 'console-front');
  await page.goto(`${at.url}${queueAt('mail')}`);
  await picture(page, 'console-mail');
  await page.click('tbody td a >> nth=0');
  await page.waitForSelector('#reason');
  await picture(page, 'console-email');
  await page.goto(`${at.url}${caseAt(reference)}`);
  await picture(page, 'console-case');
}
