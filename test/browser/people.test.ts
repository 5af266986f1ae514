import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { codesTo, FIRST, linkTo } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { decideWords } from '#web/staff/words.ts';
import { faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

async function open(address: string): Promise<Page> {
  const page = await at.newPage();
  await page.goto(address);
  return page;
}

const send = (page: Page) => page.click('main button >> nth=0');

/** The page as it stands: its title, and that neither axe nor a narrow window finds fault with it. */
async function sound(page: Page, title: RegExp): Promise<void> {
  expect(await page.title()).toMatch(title);
  expect(await faultsOn(page)).toEqual([]);
}

describe('in a narrow and in a wide window', () => {
  it('a triager goes from the e-mailed link to a decision, mistakes on the way, and every page is sound', async () => {
    const reference = await inTriage(at.service);
    const asked = (await codesTo(at.service, FIRST)).length;
    const page = await open(await linkTo(at.service, reference));
    await sound(page, /^Referral|^Open/);
    await send(page);
    await sound(page, /./);
    await page.fill('#code', '12');
    await send(page);
    await sound(page, /^Error: /);
    await page.fill('#code', await until('a code came', async () => (await codesTo(at.service, FIRST))[asked]));
    await send(page);
    await sound(page, new RegExp(`^Referral ${reference}`));
    const next = page.getByRole('button', { name: decideWords.preview });
    await page.check('[name="outcome"][value="DECLINE"]');
    await next.click();
    await sound(page, /^Error: /);
    expect(await page.isChecked('[name="outcome"][value="DECLINE"]')).toBe(true);
    await page.check('[name="outcome"][value="ACCEPT_INITIAL_ASSESSMENT"]');
    await page.fill('#deciderName', 'Robin Fielding');
    await page.fill('#deciderRole', 'Portage practitioner');
    await next.click();
    await sound(page, /^Check your decision/);
    await page.getByRole('button', { name: decideWords.record }).click();
    await sound(page, /^Decided/);
    await page.context().close();
    await move(at.service, { advance: 'PT16M' });
  });

  it('a referrer goes from the e-mailed link to the status, a wrong date on the way, and every page is sound', async () => {
    const reference = await inTriage(at.service);
    const link = await until('the referrer was written to', async () => {
      const mails = await mailsAbout(at.service, reference);
      return mails.flatMap(({ text }) => /\bhttp\S+\/referral\/l\/\S+/.exec(text)?.[0] ?? []).at(0);
    });
    const page = await open(link);
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
