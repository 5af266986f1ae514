import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { anotherChild, inTriage, statusWhen, submit } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { signIn } from '#test/system/triage.ts';
import { move, moveToDay } from '#test/system/window.ts';
import { lookAgainPageWords } from '#web/referral/look-again/words.ts';
import { answerPageWords, forwardWords, refusedWords, takeOverWords } from '#web/referral/words.ts';
import { answerWords } from '#web/staff/todo/look-again-words.ts';
import { pdf, program } from './documents.ts';
import { giveBirthDate } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { stage } from './stage.ts';
import { enterFromDigest } from './triager.ts';

const at = stage();
const MANAGER = 'manager@example.org';
const open: Page[] = [];
beforeEach(() => move(at.service, { advance: 'PT16M' }));
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

/** A page in a browser of its own behind an e-mailed link, once the date of birth is given, and what is wrong with it. */
async function behind(link: string, born?: { day: string; month: string; year: string }) {
  const page = await at.newPage();
  open.push(page);
  const { look, faults } = critic(page);
  await page.goto(link);
  await look();
  await giveBirthDate(page, born);
  await page.waitForURL((url) => !url.pathname.includes('/l/'));
  await look();
  return { page, look, faults };
}

const press = async (page: Page, button: string) => {
  await page.click(`main button:has-text("${button}")`);
  await page.waitForLoadState('domcontentloaded');
};
const isError = async (page: Page) => {
  await page.waitForSelector('.govuk-error-summary');
  expect(await page.title()).toMatch(/^Error: /);
};

describe('the pages behind the link of a referrer, each without a fault of axe and nothing that stands out', () => {
  it('withdraw: without a reason (half-finished), with one, and again (twice)', async () => {
    const reference = await inTriage(at.service);
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.received));
    await page.click('a:has-text("Withdraw this referral")');
    await look();
    await press(page, 'Withdraw this referral');
    await isError(page);
    await look();
    const other = await page.context().newPage();
    await other.goto(page.url().replace(/\?.*/, ''));
    await page.fill('[name="reason"]', 'The family has moved away');
    await press(page, 'Withdraw this referral');
    await page.waitForURL(/\/withdrawn$/);
    await look();
    await page.goto(page.url().replace(/\/withdrawn$/, ''));
    expect(await page.textContent('main')).toContain('ithdrawn');
    await look();
    await other.fill('[name="reason"]', 'Other words');
    await press(other, 'Withdraw this referral');
    for (const said of [refusedWords.withdrawn('').slice(0, -1), 'Other words'])
      expect(await other.textContent('main')).toContain(said);
    faults.push(...(await faultsOn(other)));
    expect(faults).toEqual([]);
  });

  it('hand over: with nothing filled in (half-finished), to a colleague who takes it over', async () => {
    const reference = await inTriage(at.service);
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.received));
    const status = page.url();
    await page.click('a:has-text("Hand over this referral")');
    await look();
    await press(page, 'Ask this colleague');
    await isError(page);
    await look();
    const colleague = {
      name: 'B. Colleague',
      role: 'health visitor',
      email: 'bea.with-a-rather-long-name@children.example.org',
    };
    for (const [name, text] of Object.entries(colleague)) await page.fill(`[name="${name}"]`, text);
    await press(page, 'Ask this colleague');
    await page.waitForURL(status);
    expect(await page.textContent('main')).toContain('B. Colleague');
    faults.push(...(await faultsOn(page)));

    const theirs = await behind(await linkIn(at.service, reference, subjects.willYouTakeOver, colleague.email));
    await press(theirs.page, takeOverWords.button);
    await theirs.page.waitForURL(/\/status$/);
    await theirs.look();
    const answer = await page.goto(status);
    expect(answer?.status()).toBe(410);
    await look();
    expect([...faults, ...theirs.faults]).toEqual([]);
  });

  it('answer: with nothing (half-finished), with a file of no use, and with a document', async () => {
    const reference = await inTriage(at.service);
    const triager = await signIn(at.service, reference);
    await triager.send({ outcome: 'REQUEST_INFORMATION', reason: exchange.note, question: exchange.question });
    await move(at.service, { advance: 'PT6M' });
    await statusWhen(at.service, reference, 'AWAITING_REFERRER');
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.asked));
    await page.click(`a:has-text("${answerPageWords.withoutDocument}")`);
    await press(page, 'Send answer');
    await isError(page);
    await look();
    await page.click('a:has-text("Back to the documents")');
    for (const file of [program, pdf]) {
      await page.setInputFiles('#file', file);
      await press(page, 'Add this document');
      await page.waitForURL(/\/files\//);
      await look();
    }
    await page.click(`a:has-text("${answerPageWords.toAnswer}")`);
    await press(page, 'Send answer');
    await isError(page);
    await look();
    await page.selectOption('select', 'SOGS');
    await page.fill('[name^="title-"]', 'Schedule of Growing Skills');
    await page.fill('[name="text"]', exchange.answer);
    await press(page, 'Send answer');
    await page.waitForSelector(`h1:has-text("${answerPageWords.received}")`);
    await look();
    expect(faults).toEqual([]);
  });

  it('send again: opens the form with everything filled in and the document left to add', async () => {
    await moveToDay(at.service, '2026-10-06');
    const reference = await submit(at.service, 'C08', anotherChild());
    await statusWhen(at.service, reference, 'NOT_ACCEPTED');
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.documentMissing));
    await press(page, 'Open the form');
    await page.waitForURL(/\/refer\/[\w-]{22}/);
    await look();
    const task = page.locator('.govuk-task-list__item', { hasText: 'Documents about' });
    expect(await task.textContent()).toContain('Not started');
    await page.goto(`${new URL(page.url()).href}/child`);
    expect(await page.inputValue('[name="child.firstName"]')).toBe('Juniper');
    expect(faults).toEqual([]);
  });

  it('forward: nothing before the parents agree, and said so after it', async () => {
    await moveToDay(at.service, '2026-10-06');
    const reference = await submit(at.service, 'C03');
    await statusWhen(at.service, reference, 'REDIRECTED');
    const born = { day: '5', month: '10', year: '2023' };
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.mayWeShare), born);
    await press(page, forwardWords.button);
    await page.waitForLoadState('domcontentloaded');
    await look();
    await page.goto(page.url());
    expect(await page.textContent('main')).toMatch(/you or your team confirmed/);
    faults.push(...(await faultsOn(page)));
    expect(faults).toEqual([]);
  });

  it('check again: asked without a reason (half-finished), with one, and answered by the manager', async () => {
    await moveToDay(at.service, '2026-10-06');
    const reference = await submit(at.service, 'C03');
    await statusWhen(at.service, reference, 'REDIRECTED');
    const born = { day: '5', month: '10', year: '2023' };
    const { page, look, faults } = await behind(await linkIn(at.service, reference, subjects.mayWeShare), born);
    await page.click('a:has-text("See this referral")');
    await page.click(`a:has-text("${lookAgainPageWords.title}")`);
    await look();
    await press(page, lookAgainPageWords.button);
    await isError(page);
    await look();
    await page.fill('[name="reason"]', 'The date of birth was wrong');
    await press(page, lookAgainPageWords.button);
    await page.waitForSelector(`h1:has-text("${lookAgainPageWords.askedTitle}")`);
    await look();

    const manager = await at.newPage();
    open.push(manager);
    await move(at.service, { advance: 'P4D' });
    await enterFromDigest(manager, at.service, reference, MANAGER);
    const staff = critic(manager);
    await staff.look();
    await press(manager, answerWords.record);
    await isError(manager);
    await staff.look();
    await manager.fill('[name="words"]', 'By phone: please send a new referral');
    await manager.check('[name="result"][value="STAYS"]');
    await press(manager, answerWords.record);
    await manager.waitForSelector('h1:has-text("Recorded")');
    expect([...faults, ...staff.faults]).toEqual([]);
  });
});
