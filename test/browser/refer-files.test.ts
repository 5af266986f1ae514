import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { EMAIL_LINK_BUTTON, IN_ASSESSMENT } from '#web/form/engine/words.ts';
import { ADD_BUTTON, FILE_LACKING, fileProblems, KEEP_BUTTON, titles, WITHOUT_FILE } from '#web/form/files/words.ts';
import { type ChosenFile, empty, large, pdf, photograph, program } from './documents.ts';
import { addFile, begin, linkAfter, REFERRER, saveAt } from './form.ts';
import { critic, faultsOn } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

/** The page of the file of a new document. */
async function atFile(): Promise<{ page: Page; address: string }> {
  const page = await at.newPage();
  const address = await begin(page, at.service);
  for (const path of ['child', 'evidence/1']) await saveAt(page, address, path);
  await page.waitForURL(/\/evidence\/1\/file$/);
  return { page, address };
}

const press = async (page: Page, button: string) => {
  await page.click(`main button:has-text("${button}")`);
  await page.waitForLoadState('domcontentloaded');
};
const headed = (page: Page, title: string) => page.waitForSelector(`h1:has-text("${title}")`);

describe('a file that cannot be used', () => {
  it.each<[string, ChosenFile, string]>([
    ['empty', empty, fileProblems.empty],
    ['no document (hostile)', program, fileProblems.type],
    ['over 10 MB', large(11), fileProblems.tooLarge],
  ])('because it is %s is refused on our page, and the next takes its place', async (_why, file, said) => {
    const { page, address } = await atFile();
    await addFile(page, file);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.textContent('.govuk-error-summary')).toContain(said);
    expect(await faultsOn(page)).toEqual([]);
    await page.goto(address);
    expect(await page.textContent('main')).toContain(FILE_LACKING);
    await page.goto(`${address}/evidence/1/file`);
    await addFile(page, pdf);
    await headed(page, titles.one);
    await page.context().close();
  });

  it('because none was chosen (half-finished) is asked for', async () => {
    const { page } = await atFile();
    await press(page, ADD_BUTTON);
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    await page.context().close();
  });
});

describe('the files of a document', () => {
  it('are added page by page, replaced and removed, and no page of it has a fault', async () => {
    const { page, address } = await atFile();
    const { look, faults, seen } = critic(page);
    await look();
    await addFile(page, photograph(1));
    await headed(page, titles.one);
    await look();
    await press(page, titles.more);
    await headed(page, titles.more);
    await look();
    await addFile(page, program);
    await look();
    await addFile(page, photograph(2));
    await headed(page, titles.several);
    await look();
    await press(page, 'Replace');
    await headed(page, titles.replacePage(1));
    await look();
    await press(page, KEEP_BUTTON);
    await headed(page, titles.several);
    await page.click('main button:has-text("Remove") >> nth=1');
    await headed(page, titles.one);
    await page.goto(`${address}/evidence`);
    await look();
    await page.click('a:has-text("Remove")');
    await headed(page, 'Remove this document?');
    await look();
    await press(page, 'Remove');
    await page.waitForURL(/\/evidence$/);
    expect(await page.locator('.govuk-summary-card').count()).toBe(0);
    expect(faults).toEqual([]);
    expect(seen.size).toBe(8);
    await page.context().close();
  });

  it('of the Early Help Assessment have a page without a fault, and a program is refused there', async () => {
    const page = await at.newPage();
    const address = await begin(page, at.service);
    await saveAt(page, address, 'eha', { 'earlyHelpAssessment.attached': 'yes' });
    await page.waitForURL(/\/eha\/file$/);
    expect(await faultsOn(page)).toEqual([]);
    await addFile(page, program);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await faultsOn(page)).toEqual([]);
    await page.setInputFiles('#file', photograph(1));
    await page.click(`button:has-text("${ADD_BUTTON}")`);
    await page.waitForURL(/\/agreement$/);
    await page.goto(address);
    expect(await page.textContent('main')).toContain(IN_ASSESSMENT);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('where the storage cannot be reached', () => {
  it('a file goes through our own address, and is refused there on our page when it is too large', async () => {
    const { page } = await atFile();
    const { look, faults } = critic(page);
    const storage = new URL((await page.getAttribute('form[enctype]', 'action')) ?? '').origin;
    await page.route(`${storage}/**`, (route) => route.abort('blockedbyclient'));
    await page.setInputFiles('#file', pdf);
    const failed = page.waitForEvent('requestfailed');
    await page.click(`button:has-text("${ADD_BUTTON}")`, { noWaitAfter: true });
    await failed;
    await page.waitForURL(/^chrome-error:/);
    await page.goBack();
    await page.click('a:has-text("send a file of up to 4")');
    await look();
    await page.click(`button:has-text("${ADD_BUTTON}")`);
    await page.waitForSelector('.govuk-error-summary');
    await look();
    await page.setInputFiles('#file', large(4.2));
    await page.click(`button:has-text("${ADD_BUTTON}")`);
    await page.waitForSelector('text=To make the file smaller');
    expect(await page.title()).toMatch(/^Error: /);
    await look();
    await addFileHere(page, pdf);
    await headed(page, titles.one);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('a link is mailed that opens the page of documents on another device', async () => {
    const { page, address } = await atFile();
    const { look, faults } = critic(page);
    await page.click('a:has-text("add it later or on another device")');
    await look();
    expect(await page.textContent('main')).toContain('10 September 2027');
    await page.fill('[name="email"]', 'nobody');
    await press(page, EMAIL_LINK_BUTTON);
    await page.waitForSelector('.govuk-error-summary');
    await look();
    await page.fill('[name="email"]', REFERRER);
    const link = await linkAfter(at.service, () => press(page, EMAIL_LINK_BUTTON));
    await page.waitForSelector('.govuk-notification-banner');
    faults.push(...(await faultsOn(page)));
    await page.click(`a:has-text("${WITHOUT_FILE}")`);
    await page.waitForURL(/\/evidence$/);
    expect(link).not.toContain(address);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

async function addFileHere(page: Page, file: ChosenFile): Promise<void> {
  await page.setInputFiles('#file', file);
  await page.click(`button:has-text("${ADD_BUTTON}")`);
}
