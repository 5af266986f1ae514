import type { Page } from 'playwright-core';
import { answers as fewest } from '#test/http/form/world.ts';
import type { Service } from '#test/system/service.ts';
import { until } from '#test/system/until.ts';
import { mailsTo } from '#test/system/window.ts';
import { sendWords } from '#web/form/check/words.ts';
import { SAVE_BUTTON } from '#web/form/engine/words.ts';
import { ADD_BUTTON } from '#web/form/files/words.ts';
import { type ChosenFile, pdf, photograph } from './documents.ts';

type Fields = Readonly<Record<string, string>>;

/** The answers of a whole referral by page, with a letter that was photographed page by page. */
export const answers: Readonly<Record<string, Fields>> = {
  ...fewest,
  'evidence/2': { 'evidence[1].type': 'PAEDIATRICIAN_LETTER', 'evidence[1].title': 'Letter of the paediatrician' },
};
export const BORN = { day: '10', month: '9', year: '2024' };
export const REFERRER = 'referrer01@example.org';

/** The files of each document, by its page: one, and one in two photographs. */
export function documents(): Record<string, ChosenFile[]> {
  return { 'evidence/1': [pdf], 'evidence/2': [photograph(1), photograph(2)] };
}

/** Says who is referring, and answers the address of the new draft; the page is then its first one. */
export async function begin(page: Page, { url }: Service): Promise<string> {
  await page.goto(`${url}/refer`);
  await page.check('[name="who"][value="professional"]');
  await page.click('button:has-text("Continue")');
  await page.waitForURL(/\/risk$/);
  return page.url().replace(/\/risk$/, '');
}

/** Fills in what is given of the page that is open, whatever kind of field it is. */
export async function fillIn(page: Page, fields: Fields): Promise<void> {
  for (const [name, text] of Object.entries(fields)) {
    const input = page.locator(`[name="${name}"]`).first();
    const kind = await input.evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (kind === 'radio') await page.check(`[name="${name}"][value="${text}"]`);
    else if (kind === 'SELECT') await input.selectOption(text);
    else await input.fill(text);
  }
}

export const save = (page: Page) => page.click(`button:has-text("${SAVE_BUTTON}")`);

/** Opens one page of the draft, fills it in and saves it. */
export async function saveAt(
  page: Page,
  at: string,
  path: string,
  fields: Fields = answers[path] ?? {},
): Promise<void> {
  await page.goto(`${at}/${path}`);
  await fillIn(page, fields);
  await save(page);
}

/** Saves every page of a whole referral at its address, but those left out, and adds the file of its one document. */
export async function saveAll(page: Page, at: string, without: readonly string[] = []): Promise<void> {
  for (const path of Object.keys(fewest)) if (!without.includes(path)) await saveAt(page, at, path);
  if (!without.includes('evidence/1')) await addFile(page, pdf);
}

/** On the page of a file: chooses it and adds it, and waits for the page that says how it went. */
export async function addFile(page: Page, file: ChosenFile): Promise<void> {
  await page.setInputFiles('#file', file);
  await page.click(`button:has-text("${ADD_BUTTON}")`);
  await page.waitForURL(/\/file(\/arrived.*)?$/);
}

/** The button that sends the referral. */
export const SEND = `main button:has-text("${sendWords.button}")`;

/** Declares and sends on the page of answers; answers the reference on the confirmation. */
export async function send(page: Page): Promise<string> {
  await page.check('[name="declared"]');
  await page.click(SEND);
  return referenceOn(page);
}

export async function referenceOn(page: Page): Promise<string> {
  await page.waitForURL(/\/sent$/);
  return (await page.textContent('.govuk-panel__body strong')) ?? '';
}

/** The links to drafts that a mailbox was sent, oldest first. */
export async function draftLinks(at: Service, mailbox = REFERRER): Promise<string[]> {
  return (await mailsTo(at, mailbox)).flatMap(({ text }) => /\bhttp\S+\/refer\/l\/\S+/.exec(text)?.[0] ?? []);
}

/** The link to a draft that comes after something is done. */
export async function linkAfter(at: Service, act: () => Promise<unknown>): Promise<string> {
  const before = (await draftLinks(at)).length;
  await act();
  return until('a link to the draft came', async () => (await draftLinks(at))[before]);
}

/** Types a date of birth where a link asks for it, and continues. */
export async function giveBirthDate(page: Page, born = BORN): Promise<void> {
  for (const [part, text] of Object.entries(born)) await page.fill(`[name="dob-${part}"]`, text);
  await page.click('button:has-text("Continue")');
}
