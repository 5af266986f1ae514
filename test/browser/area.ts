import type { Page } from 'playwright-core';
import type { Service } from '#test/system/service.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';

/** Signs a member of staff in to the staff area, by the code in their mailbox; the page is then today's work. */
export async function enterArea(page: Page, at: Service, mailbox: string, look = async () => {}): Promise<void> {
  const before = (await codesTo(at, mailbox)).length;
  await page.goto(`${at.url}/staff`);
  await look();
  await page.fill('#mailbox', mailbox);
  await page.click('main form button');
  await page.waitForSelector('#code');
  await look();
  await page.fill('#code', await until('a code came', async () => (await codesTo(at, mailbox))[before]));
  await page.click('main form button >> nth=0');
  await page.waitForURL(/\/staff$/);
}
