import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { codesTo, FIRST, linkTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { openChromium } from './chromium.ts';
import { axeViolations, overflowing } from './judge.ts';

let service: Service;
let chromium: Browser;

beforeAll(async () => {
  [service, chromium] = await Promise.all([start({ now: '2026-09-24T09:00' }), openChromium()]);
});
afterAll(async () => {
  await chromium?.close();
  await endAll();
});

async function open(address: string, width: number): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const send = (page: Page) => page.click('main button >> nth=0');

/** The page as it stands: its title, and that neither axe nor a narrow window finds fault with it. */
async function sound(page: Page, title: RegExp): Promise<void> {
  expect(await page.title()).toMatch(title);
  expect([await page.title(), await axeViolations(page), await overflowing(page)]).toEqual([expect.anything(), [], []]);
}

describe.each([320, 1280])('%i px wide', (width) => {
  it('a triager goes from the e-mailed link to a decision, mistakes on the way, and every page is sound', async () => {
    const reference = await inTriage(service);
    const asked = (await codesTo(service, FIRST)).length;
    const page = await open(await linkTo(service, reference), width);
    await sound(page, /^Referral|^Open/);
    await send(page);
    await sound(page, /./);
    await page.fill('#code', '12');
    await send(page);
    await sound(page, /^Error: /);
    await page.fill('#code', await until('a code came', async () => (await codesTo(service, FIRST))[asked]));
    await send(page);
    await sound(page, new RegExp(`^Referral ${reference}`));
    const record = page.locator('form:has([name="outcome"]) button');
    await page.check('[name="outcome"][value="DECLINE"]');
    await record.click();
    await sound(page, /^Error: /);
    expect(await page.isChecked('[name="outcome"][value="DECLINE"]')).toBe(true);
    await page.check('[name="outcome"][value="ACCEPT_INITIAL_ASSESSMENT"]');
    await page.fill('#deciderName', 'Robin Fielding');
    await page.fill('#deciderRole', 'Portage practitioner');
    await record.click();
    await sound(page, /^Decided/);
    await page.context().close();
    await move(service, { advance: 'PT16M' });
  });

  it('a referrer goes from the e-mailed link to the status, a wrong date on the way, and every page is sound', async () => {
    const reference = await inTriage(service);
    const link = await until('the referrer was written to', async () => {
      const mails = await mailsAbout(service, reference);
      return mails.flatMap(({ text }) => /\bhttp\S+\/referral\/l\/\S+/.exec(text)?.[0] ?? []).at(0);
    });
    const page = await open(link, width);
    await sound(page, new RegExp(`^Referral ${reference}`));
    await send(page);
    await sound(page, /^Error: /);
    for (const [part, text] of Object.entries({ day: '10', month: '9', year: '2024' }))
      await page.fill(`#dob-${part}`, text);
    await send(page);
    await sound(page, new RegExp(reference));
    expect(page.url()).toMatch(/\/status$/);
    await page.context().close();
  });
});
