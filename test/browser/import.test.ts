import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { start } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { faultWords } from '#web/staff/lists/import/column-words.ts';
import { signFaultWords, stageWords, importWords as words } from '#web/staff/lists/import/words.ts';
import { listsWords } from '#web/staff/lists/words.ts';
import { enterArea } from './area.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';

const download = async (page: Page, what: string, { url } = at.service) =>
  (await page.context().request.get(`${url}/staff/lists/import/${what}`)).text();

async function openForm(page: Page, service = at.service): Promise<string> {
  await enterArea(page, service, MANAGER);
  await page.goto(`${service.url}/staff/lists`);
  await page.click(`a:has-text("${listsWords.import}")`);
  return download(page, 'example', service);
}

/** The lines of the report that this page shows: list, band, year, counts and checksums. */
async function reportOn(page: Page): Promise<string[]> {
  return page.locator(`main table:has-text("${words.checksums}") tbody tr`).allTextContents();
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

it('a manager brings in a list, signs, releases and exports it, and an empty instance then has the same report', async () => {
  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const example = await openForm(page);
  await send(page, example);
  await look();
  await page.click(`main button:has-text("${words.bring(3)}")`);
  await look();
  expect(await page.textContent('main')).toContain(words.whole);
  const report = await reportOn(page);
  await page.click('main button:has-text("Sign as")');
  expect(await page.textContent('main')).toContain(signFaultWords.COMPARED_MISSING);
  await look();
  await page.check('#compared');
  await page.click('main button:has-text("Sign as")');
  await look();
  await page.click(`main button:has-text("${words.release(3)}")`);
  expect(await page.textContent('main')).toContain(stageWords.RELEASED);
  await look();

  await page.click(`main button:has-text("${words.playButton(1)}")`);
  await look();
  expect(await page.textContent('main')).not.toContain(words.playButton(1));

  // After a night the lists say what to look at, line below line.
  const released = page.url();
  await move(at.service, { advance: 'P1D' });
  await page.context().clearCookies();
  await enterArea(page, at.service, MANAGER);
  await page.goto(`${at.service.url}/staff/lists`);
  expect(await page.locator('main td:has(.app-table__line + .app-table__line)').count()).toBeGreaterThan(0);
  await look();
  await page.goto(released);

  // Who waits, and whose support had ended, are in a file each.
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const exported = [await download(page, 'export'), await download(page, `${id}/ended`)];
  const [empty, another] = [await start({ now: '2026-09-24T09:00' }), await at.newPage()];
  await openForm(another, empty);
  const reports: string[] = [];
  for (const [n, file] of exported.entries()) {
    await another.goto(`${empty.url}/staff/lists/import`);
    expect(await send(another, file)).toContain(words.allSound);
    await another.click(`main button:has-text("${words.bring(n === 0 ? 2 : 1)}")`);
    expect(await another.textContent('main')).toContain(words.whole);
    reports.push(...(await reportOn(another)));
  }
  expect(reports.toSorted()).toEqual(report.toSorted());
  expect(faults).toEqual([]);
  await Promise.all([page.context().close(), another.context().close()]);
});
