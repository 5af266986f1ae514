import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { until } from '#test/system/until.ts';
import { executionsOf, mailsAbout, move } from '#test/system/window.ts';
import { EMAIL_LINK_BUTTON, SAVE_BUTTON } from '#web/form/engine/words.ts';
import { begin, giveBirthDate, linkAfter, REFERRER, referenceOn, SEND, saveAll, saveAt, send } from './form.ts';
import { critic } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();
beforeEach(() => move(at.service, { advance: 'PT16M' }));

/** A referral that is filled in, with the page of answers open and the box ticked. */
async function readyToSend(): Promise<{ page: Page; address: string }> {
  const page = await at.newPage();
  const address = await begin(page, at.service);
  await saveAll(page, address);
  await move(at.service, { advance: 'PT10M' });
  await page.goto(`${address}/check`);
  await page.check('[name="declared"]');
  return { page, address };
}

/** How many referrals have come of it, by their workflows and by what the referrer was told. */
async function countSince(before: readonly { name: string }[], reference: string): Promise<unknown> {
  const told = await until('the referrer was told', async () => {
    const mails = (await mailsAbout(at.service, reference)).filter(({ to }) => to.includes(REFERRER));
    return mails.length > 0 ? mails : undefined;
  });
  const known = new Set(before.map(({ name }) => name));
  const started = (await executionsOf(at.service)).filter(({ name }) => !known.has(name));
  return { told: told.length, started: started.map(({ name }) => name) };
}
const once = (reference: string) => ({ told: 1, started: [`${reference}-intake-1`] });

/** Lets the next POST to an address get lost on its way there, or its answer on the way back. */
async function loseNext(page: Page, path: RegExp, what: 'request' | 'answer'): Promise<void> {
  await page.route(
    path,
    async (route) => {
      if (what === 'answer') await route.fetch({ maxRedirects: 0 });
      await route.abort('internetdisconnected');
    },
    { times: 1 },
  );
}

/** Clicks what cannot lead anywhere now, and waits for the browser's own page that says so. */
async function clickInVain(page: Page, what: string): Promise<void> {
  const failed = page.waitForEvent('requestfailed');
  await page.click(what, { noWaitAfter: true });
  await failed;
  await page.waitForURL(/^chrome-error:/);
}

describe('sending', () => {
  it('by a double click (twice) sends one referral', async () => {
    const { page } = await readyToSend();
    const before = await executionsOf(at.service);
    await page.dblclick(SEND);
    const reference = await referenceOn(page);
    expect(await countSince(before, reference)).toEqual(once(reference));
    await page.context().close();
  });

  it('in two windows (twice) sends one referral, and both show it', async () => {
    const { page, address } = await readyToSend();
    const other = await page.context().newPage();
    await other.goto(`${address}/check`);
    await other.check('[name="declared"]');
    const before = await executionsOf(at.service);
    await Promise.all([page.click(SEND), other.click(SEND)]);
    const [reference, same] = [await referenceOn(page), await referenceOn(other)];
    expect(same).toBe(reference);
    expect(await countSince(before, reference)).toEqual(once(reference));
    await page.context().close();
  });

  it('is done after it, whether one goes back or loads the page again (twice)', async () => {
    const { page, address } = await readyToSend();
    const before = await executionsOf(at.service);
    const reference = await send(page);
    await page.reload();
    expect(await referenceOn(page)).toBe(reference);
    await page.goBack();
    expect(await referenceOn(page)).toBe(reference);
    await page.goto(`${address}/child`);
    expect(await referenceOn(page)).toBe(reference);
    expect(await countSince(before, reference)).toEqual(once(reference));
    await page.context().close();
  });

  it.each(['request', 'answer'] as const)('again when the network lost the %s sends one referral', async (what) => {
    const { page, address } = await readyToSend();
    const before = await executionsOf(at.service);
    await loseNext(page, /\/send$/, what);
    await clickInVain(page, SEND);
    await page.goto(`${address}/check`);
    const reference = what === 'answer' ? await referenceOn(page) : await send(page);
    expect(await countSince(before, reference)).toEqual(once(reference));
    await page.context().close();
  });
});

describe('what was typed', () => {
  const worrying = '[name="story.worrying"]';
  const save = `button:has-text("${SAVE_BUTTON}")`;

  it.each(['request', 'answer'] as const)('is there after going back when the network lost the %s', async (what) => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await page.goto(`${address}/story`);
    await page.fill(worrying, 'She does not sit up yet');
    await loseNext(page, /\/story\?/, what);
    await clickInVain(page, save);
    await page.goBack();
    expect(await page.inputValue(worrying)).toBe('She does not sit up yet');
    await page.click(save);
    await page.waitForURL(/\/views$/);
    await page.goto(`${address}/story`);
    expect(await page.inputValue(worrying)).toBe('She does not sit up yet');
    await page.context().close();
  });

  it('stays on a page with an error that is loaded again (twice)', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'child', { 'child.firstName': 'Poppy', 'child.dob-day': '31', 'child.dob-month': '2' });
    const errors = await page.textContent('.govuk-error-summary');
    await page.reload();
    expect(await page.textContent('.govuk-error-summary')).toBe(errors);
    expect(await page.inputValue('[name="child.firstName"]')).toBe('Poppy');
    await page.goto(`${address}/child`);
    expect(await page.inputValue('[name="child.dob-day"]')).toBe('31');
    await page.context().close();
  });

  it('in two windows on the same page is shown from both, and the choice is the person’s', async () => {
    const page = await at.newPage();
    const { look, faults } = critic(page);
    const address = await begin(page, at.service);
    const other = await page.context().newPage();
    for (const one of [page, other]) await one.goto(`${address}/story`);
    await other.fill(worrying, 'Said in the other window');
    await other.click(save);
    await other.waitForURL(/\/views$/);
    await page.fill(worrying, 'Said in this window');
    await page.click(save);
    expect(await page.textContent('main')).toContain('Said in the other window');
    expect(await page.inputValue(worrying)).toBe('Said in this window');
    await look();
    await page.click(save);
    await page.waitForURL(/\/views$/);
    await page.goto(`${address}/story`);
    expect(await page.inputValue(worrying)).toBe('Said in this window');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('after the session has run out (late) is shown, and a link to the address in the draft leads back', async () => {
    const page = await at.newPage();
    const { look, faults } = critic(page);
    const address = await begin(page, at.service);
    for (const path of ['you', 'child']) await saveAt(page, address, path);
    await page.goto(`${address}/story`);
    await page.fill(worrying, 'She does not sit up yet');
    await move(at.service, { advance: 'PT8H1M' });
    await page.click(save);
    expect(await page.textContent('main')).toContain('She does not sit up yet');
    await look();
    const link = await linkAfter(at.service, async () => {
      await page.fill('[name="email"]', REFERRER);
      await page.click(`button:has-text("${EMAIL_LINK_BUTTON}")`);
    });
    await look();
    await page.goto(link);
    await giveBirthDate(page);
    await page.goto(`${address}/story`);
    await page.fill(worrying, 'She does not sit up yet');
    await page.click(save);
    await page.waitForURL(/\/views$/);
    await page.goto(`${address}/child`);
    expect(await page.inputValue('[name="child.lastName"]')).toBe('Testerfield');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
