import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { fillIn } from '#test/browser/form.ts';
import { bodyOf } from '#test/cases.ts';
import { inTriage } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { CONSOLE_AT, caseAt, copyAt, queueAt } from '#web/console/address.ts';
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
  await page.goto(`${at.url}${copyAt(reference)}`);
  await picture(page, 'console-copy');
  await page.check('[name="holds"][value="YES"]');
  await page.check('[name="opinion"][value="NOT_ASKED"]');
  await fillIn(page, {
    ...{ 'on-day': '24', 'on-month': '9', 'on-year': '2026' },
    reason: 'Her mother, Jo Field. We saw the birth certificate.',
  });
  await page.click('main form button:text-is("Record the request")');
  await page.waitForSelector('a[download]');
  await picture(page, 'console-copy-recorded');
}
