import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { anotherChild, inTriage, submit } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { codesTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { ALL_REFERRALS } from '#web/access/dead-link.ts';
import { mineListWords, mineWords } from '#web/referral/mine/words.ts';
import { giveBirthDate, REFERRER } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { COMPUTER, stage, TELEPHONE } from './stage.ts';

const at = stage();
let references: string[] = [];

beforeAll(async () => {
  references = [await inTriage(at.service), await inTriage(at.service, anotherChild())];
  const returned = await submit(at.service, 'C03');
  await linkIn(at.service, returned, returned);
});

const press = async (page: Page, button: string) => {
  await page.click(`main button:has-text("${button}")`);
  await page.waitForLoadState('domcontentloaded');
};

/** From the start page past the code to the list, and on to one referral. Each page is looked at. */
async function toOne(page: Page, look: () => Promise<unknown>): Promise<void> {
  const mails = (await codesTo(at.service, REFERRER)).length;
  await page.goto(at.service.url);
  await page.click('main a[href$="/referral/mine"]');
  await look();
  await press(page, mineWords.button);
  await page.waitForSelector('.govuk-error-summary');
  await look();
  await page.fill('[name="mailbox"]', REFERRER);
  await press(page, mineWords.button);
  await look();
  const code = await until('a code came', async () => (await codesTo(at.service, REFERRER))[mails]);
  await press(page, 'Continue');
  await look();
  await page.fill('[name="code"]', code);
  await press(page, 'Continue');
  await page.waitForURL('**/referral/mine/list');
  await look();
  await page.click(`a:has-text("${mineListWords.show.OPEN}")`);
  await look();
  await page.click(`a[href$="/referral/mine/${references[0]}"]`);
  await look();
  await giveBirthDate(page);
  await page.waitForURL('**/status');
}

describe('My referrals', () => {
  it.each([
    ['a phone', TELEPHONE],
    ['a computer', COMPUTER],
  ])('leads on %s without JavaScript from the start page to a referral, and back by its link', async (_what, width) => {
    const page = await at.newPage({ width, javaScript: false });
    await toOne(page, async () => undefined);
    expect(await page.textContent('h1')).toContain(references[0]);
    await page.click(`a:has-text("${ALL_REFERRALS}")`);
    await page.waitForURL('**/referral/mine/list');
    for (const reference of references) expect(await page.textContent('main')).toContain(reference);
    expect(await page.textContent('main')).not.toMatch(/Poppy|Testerfield|2024/);
  });

  it('has no page with a fault of axe, and nothing that stands out', async () => {
    const page = await at.newPage({ width: TELEPHONE });
    const { look, faults, seen } = critic(page);
    await toOne(page, look);
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(4);
    await page.goto(`${at.service.url}/referral/l/${'A'.repeat(43)}`);
    expect(await page.getAttribute(`a:has-text("${ALL_REFERRALS}")`, 'href')).toBe('/referral/mine');
    expect(await faultsOn(page)).toEqual([]);
  });
});
