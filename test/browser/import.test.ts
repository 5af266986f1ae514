import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { faultWords } from '#web/staff/lists/import/column-words.ts';
import { signFaultWords, stageWords, importWords as words } from '#web/staff/lists/import/words.ts';
import { listsWords } from '#web/staff/lists/words.ts';
import { enterArea } from './area.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';

async function openForm(page: Page): Promise<string> {
  await enterArea(page, at.service, MANAGER);
  await page.goto(`${at.service.url}/staff/lists`);
  await page.click(`a:has-text("${listsWords.import}")`);
  return (await page.context().request.get(`${at.service.url}/staff/lists/import/example`)).text();
}

async function send(page: Page, file?: string): Promise<string> {
  if (file !== undefined)
    await page.setInputFiles('#file', { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.click(`main button:has-text("${words.check}")`);
  return (await page.textContent('main')) ?? '';
}

it('no page of the check of a list has a fault: the form, nothing selected, and a bad row', async () => {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  const example = await openForm(page);
  await look();
  expect(await send(page)).toContain(words.none);
  await look();
  expect(await send(page, example.replace(',Frome,', ',Atlantis,'))).toContain(faultWords.LOCALITY);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a manager checks a sound list without JavaScript on a telephone', async () => {
  const page = await at.newPage({ width: TELEPHONE, javaScript: false });
  const example = await openForm(page);
  expect(await send(page, example)).toContain(words.allSound);
  await page.context().close();
});

it('a manager brings in a list, signs for it and releases it, on a telephone', async () => {
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const example = await openForm(page);
  await send(page, example);
  await look();
  await page.click(`main button:has-text("${words.bring(2)}")`);
  await look();
  expect(await page.textContent('main')).toContain(words.whole);
  await page.click('main button:has-text("Sign as")');
  expect(await page.textContent('main')).toContain(signFaultWords.COMPARED_MISSING);
  await look();
  await page.check('#compared');
  await page.click('main button:has-text("Sign as")');
  await look();
  await page.click(`main button:has-text("${words.release(2)}")`);
  expect(await page.textContent('main')).toContain(stageWords.RELEASED);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});
