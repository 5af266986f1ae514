import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { inTriage } from '#test/system/api.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { codesTo, FIRST, linkTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { fillCheck } from './check-form.ts';
import { openChromium } from './chromium.ts';

const folder = fileURLToPath(new URL('../../docs/screens/', import.meta.url));

/** Opens the e-mailed link of a triager, code and all. */
async function openTask(at: Service, page: Page, reference: string): Promise<void> {
  const before = (await codesTo(at, FIRST)).length;
  await page.goto(await linkTo(at, reference));
  await page.click('main button');
  const code = await until('a code came', async () => (await codesTo(at, FIRST))[before]);
  await page.fill('#code', code);
  await page.click('main button');
  await page.waitForSelector('[name="outcome"]');
}

const service = await start({ now: '2026-09-24T09:00' });
const chromium = await openChromium();
const reference = await inTriage(service);
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  start: (page) => page.goto(service.url),
  'check-errors': async (page) => {
    await page.goto(`${service.url}/check`);
    await page.click('main button');
  },
  'check-answer': async (page) => {
    await page.goto(`${service.url}/check`);
    await fillCheck(page);
    await page.click('main button');
  },
  'triage-decision': (page) => openTask(service, page, reference),
};
for (const [device, width] of Object.entries({ telephone: 375, computer: 1280 })) {
  for (const [name, open] of Object.entries(screens)) {
    const page = await chromium.newPage({ viewport: { width, height: 800 } });
    await open(page);
    await page.screenshot({ path: `${folder}${name}-${device}.jpeg`, type: 'jpeg', quality: 45, fullPage: true });
    await page.close();
  }
}
await chromium.close();
await endAll();
