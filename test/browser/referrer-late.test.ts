import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { inTriage } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { NOT_RECORDED } from '#web/layout/refusals.ts';
import { refusedWords } from '#web/referral/words.ts';
import { giveBirthDate } from './form.ts';
import { faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

/** The page as it stands: its title, and that neither axe nor a narrow window finds fault with it. */
async function sound(page: Page, title: RegExp): Promise<void> {
  await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(title);
  expect(await faultsOn(page)).toEqual([]);
}

const press = (page: Page) => page.click('main form button');

it('a referrer answers, withdraws and comes too late: every page is sound, and what was typed is there', async () => {
  const reference = await inTriage(at.service);
  const page = await at.newPage();
  await page.goto(await linkIn(at.service, reference, subjects.received));
  await giveBirthDate(page);
  await page.waitForURL(/\/status$/);
  const [late, later] = [await page.context().newPage(), await page.context().newPage()];
  const triager = await signIn(at.service, reference);
  await triager.send({ outcome: 'REQUEST_INFORMATION', reason: 'As agreed', question: 'How does Juniper play?' });
  await page.click('text=Withdraw this referral');
  await sound(page, /^You cannot withdraw/);
  await move(at.service, { advance: 'PT6M' });
  await linkIn(at.service, reference, subjects.asked);
  await page.click('text=Back to the referral');
  await sound(page, new RegExp(`^Referral ${reference}`));
  await page.click('text=Answer or add a document');
  await sound(page, /we have a question/);
  await page.click('text=Back to the referral');
  await page.click('text=Withdraw this referral');
  await sound(page, /^Withdraw referral/);
  for (const other of [late, later]) await other.goto(page.url());
  await press(page);
  await sound(page, /^Error: Withdraw/);
  await page.fill('#reason', 'The family has moved');
  await press(page);
  await sound(page, /^Referral withdrawn/);
  await late.fill('#reason', 'Another reason');
  await press(late);
  await sound(late, new RegExp(`^${refusedWords.title(reference)}`));
  await move(at.service, { advance: 'PT8H' });
  await later.fill('#reason', 'Typed long ago');
  await press(later);
  await sound(later, new RegExp(`^${NOT_RECORDED}`));
  expect(await later.textContent('main')).toContain('Typed long ago');
  await page.context().close();
});
