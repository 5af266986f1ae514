import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '#test/http/refer/world.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout } from '#test/system/window.ts';
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

const pdf = { name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nfictional\n') };

/** Answers every question of one page as a person does, and saves it. */
async function answer(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const input = page.locator(`[name="${name}"]`).first();
    const kind = await input.evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (kind === 'radio') await page.check(`[name="${name}"][value="${text}"]`);
    else if (kind === 'SELECT') await input.selectOption(text);
    else await input.fill(text);
  }
  await page.click('text=Save and continue');
}

/** Fills in a whole referral with one document; `look` sees every page before and after. Answers its reference. */
async function refer(page: Page, look: () => Promise<void>): Promise<string> {
  await page.goto(`${service.url}/refer`);
  await look();
  await page.check('[name="who"][value="professional"]');
  await page.click('text=Continue');
  await look();
  const at = page.url().replace(/\/risk$/, '');
  for (const [path, fields] of Object.entries(answers)) {
    await page.goto(`${at}/${path}`);
    await look();
    await answer(page, fields);
    await look();
  }
  expect(page.url()).toMatch(/\/evidence\/1\/file$/);
  await page.setInputFiles('#file', pdf);
  await page.click('text=Add this file');
  expect(page.url()).toMatch(/\/evidence$/);
  await look();
  await page.goto(at);
  await look();
  await page.click('text=Check your answers');
  await look();
  await page.check('[name="declared"]');
  await page.click('text=Send the referral >> nth=-1');
  await page.waitForURL(/\/sent$/);
  await look();
  return (await page.textContent('.govuk-panel__body strong')) ?? '';
}

async function open(width: number, javaScriptEnabled: boolean): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

describe('a referral in a browser', () => {
  it('is filled in and sent without JavaScript, and the acknowledgement comes', async () => {
    const page = await open(1280, false);
    const reference = await refer(page, async () => undefined);
    const mails = await until('the referrer was written to', async () => {
      const all = await mailsAbout(service, reference);
      return all.length > 0 ? all : undefined;
    });
    expect(mails.map(({ subject }) => subject)).toContain(`Referral ${reference}: we have received it`);
    await page.context().close();
  });

  it.each([320, 1280])('meets no fault of axe and nothing that stands out at %i px on any page', async (width) => {
    const page = await open(width, true);
    const seen = new Set<string>();
    const faults: unknown[] = [];
    await refer(page, async () => {
      const here = (await page.title()) + page.url().replace(/[\w-]{22}/, 'draft');
      if (seen.has(here)) return;
      seen.add(here);
      const found = [await axeViolations(page), await overflowing(page)].flat();
      if (found.length > 0) faults.push(here, found);
    });
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(18);
    await page.context().close();
  });

  it('says what is missing on every page that is sent empty, the focus on it, without a fault of axe', async () => {
    const page = await open(320, true);
    await page.goto(`${service.url}/refer`);
    await page.check('[name="who"][value="professional"]');
    await page.click('text=Continue');
    const at = page.url().replace(/\/risk$/, '');
    const faults: unknown[] = [];
    for (const path of Object.keys(answers).filter((one) => one !== 'tool' && one !== 'ages')) {
      await page.goto(`${at}/${path}`);
      await page.click('text=Save and continue');
      // The browser moves the focus when it draws the page, which is after it has loaded it.
      await until(`the summary of ${path} has the focus`, async () =>
        (await page.evaluate("document.activeElement.classList.contains('govuk-error-summary')")) ? true : undefined,
      );
      const found = [await axeViolations(page), await overflowing(page)].flat();
      if (!/^Error: /.test(await page.title()) || found.length > 0) faults.push(path, found);
      await page.click('.govuk-error-summary a >> nth=0');
      expect(await page.evaluate("document.activeElement.getAttribute('name')")).not.toBeNull();
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
