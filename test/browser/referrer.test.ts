import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { endAll, type Service, start } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
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

/** A browser that follows a link past the date of birth, this wide. */
async function letIn(link: string, width: number): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(link);
  for (const [part, text] of Object.entries({ day: '10', month: '9', year: '2024' }))
    await page.fill(`#dob-${part}`, text);
  await page.click('main button');
  return page;
}

/** The page as it stands: its title, and that neither axe nor a narrow window finds fault with it. */
async function sound(page: Page, title: RegExp): Promise<void> {
  await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(title);
  expect([await page.title(), await axeViolations(page), await overflowing(page)]).toEqual([expect.anything(), [], []]);
}

const press = (page: Page) => page.click('main form button');

describe.each([320, 1280])('%i px wide', (width) => {
  it('a referrer hands a referral over, with mistakes, and their colleague takes it over: every page is sound', async () => {
    const reference = await inTriage(service);
    const page = await letIn(await linkIn(service, reference, 'received'), width);
    await sound(page, new RegExp(`^Referral ${reference}`));
    await page.click('text=Hand the referral over');
    await sound(page, /^Hand over referral/);
    await press(page);
    await sound(page, /^Error: Hand over/);
    expect(await page.evaluate('document.activeElement.className')).toContain('govuk-error-summary');
    const words = {
      name: 'Bea Colleague',
      role: 'Health visitor',
      email: 'bea.with-a-rather-long-name@children.example.org',
    };
    for (const [field, text] of Object.entries(words)) await page.fill(`#${field}`, text);
    await press(page);
    await sound(page, new RegExp(`^Referral ${reference}`));
    const colleague = await letIn(await linkIn(service, reference, 'will you take it over', words.email), width);
    await sound(colleague, /^Will you take over/);
    await press(colleague);
    await sound(colleague, new RegExp(`^Referral ${reference}`));
    await page.reload();
    await sound(page, /is with a colleague now/);
    await page.context().close();
    await colleague.context().close();
  });

  it('a referrer answers, withdraws and comes too late: every page is sound, and what was typed is there', async () => {
    await move(service, { advance: 'PT16M' });
    const reference = await inTriage(service);
    const page = await letIn(await linkIn(service, reference, 'received'), width);
    const [late, later] = [await page.context().newPage(), await page.context().newPage()];
    const triager = await signIn(service, reference);
    await triager.send({ outcome: 'REQUEST_INFORMATION', reason: 'How does Juniper play?' });
    await page.click('text=Withdraw the referral');
    await sound(page, /cannot be withdrawn now/);
    await move(service, { advance: 'PT6M' });
    await linkIn(service, reference, 'something from you');
    await page.click('text=Back to the referral');
    await sound(page, new RegExp(`^Referral ${reference}`));
    await page.click('text=Answer, or add a document');
    await sound(page, /we have a question/);
    await page.click('text=Back to the referral');
    await page.click('text=Withdraw the referral');
    await sound(page, /^Withdraw referral/);
    for (const other of [late, later]) await other.goto(page.url());
    await press(page);
    await sound(page, /^Error: Withdraw/);
    await page.fill('#reason', 'The family has moved');
    await press(page);
    await sound(page, /^Referral withdrawn/);
    await late.fill('#reason', 'Another reason');
    await press(late);
    await sound(late, /^Nothing was withdrawn/);
    await move(service, { advance: 'PT8H' });
    await later.fill('#reason', 'Typed long ago');
    await press(later);
    await sound(later, /^Nothing was recorded/);
    expect(await later.textContent('main')).toContain('Typed long ago');
    await page.context().close();
  });
});
