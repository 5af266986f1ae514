import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import { enterArea } from '#test/browser/area.ts';
import type { Service } from '#test/system/service.ts';
import { readCsv } from '#web/staff/lists/import/read-csv.ts';
import { stageWords, importWords as words } from '#web/staff/lists/import/words.ts';
import { asExcelSaves, LIST, MISTAKES, ROWS, withMistakes } from './present-list.ts';
import type { Look } from './stage.ts';

const MANAGER = 'manager@example.org';
const IMPORT = '/staff/lists/import';
const OWN = PRESENT_COLUMNS.indexOf('own_reference');
const OURS = new Set(LIST.map(({ own_reference }) => own_reference));

/** What a report says of each list, band and year: how many children the file has, how many are here, and their checksums. */
type Report = readonly string[];

/** As the service manager: checks the file with its mistakes, corrects them, and brings everyone in. Answers the report. */
export async function bringIn(page: Page, at: Service, look: Look): Promise<Report> {
  await openImport(page, at);
  await look('import');
  await check(page, asExcelSaves(withMistakes, 'utf16le'));
  await look('import-check');
  expect(await rowsNamed(page)).toEqual(MISTAKES.map(({ n }) => n + 2));
  await check(page, asExcelSaves(LIST, 'latin1'));
  expect(await page.textContent('main')).toContain(words.allSound);
  await bring(page, ROWS);
  await look('import-report');
  expect(await page.textContent('main')).toContain(words.whole);
  return reportOn(page);
}

/** As the service manager: compares the report, signs it, and looks at what is to be released. */
export async function sign(page: Page, at: Service, look: Look): Promise<void> {
  await openFile(page, at);
  await page.check('#compared');
  await page.click('main button:has-text("Sign as")');
  await look('import-signed');
  expect(await page.textContent('main')).toContain(stageWords.TO_RELEASE);
}

/** As the service manager: releases the file. From then on its children are treated like every other child. */
export async function release(page: Page, at: Service, look: Look): Promise<void> {
  await openFile(page, at);
  await page.click(`main button:has-text("${words.release(ROWS)}")`);
  await look('import-released');
  expect(await page.textContent('main')).toContain(stageWords.RELEASED);
}

/** The list as it is written out again: who waits and whose support had ended, of this list alone. The rest is told apart. */
export async function writeOut(page: Page, at: Service) {
  await openFile(page, at);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const [waiting, ended] = [await download(page, at, 'export'), await download(page, at, `${id}/ended`)];
  const all = rowsIn(waiting);
  const isOurs = (row: readonly string[]) => OURS.has(row[OWN] ?? '');
  return {
    list: [asCsv(all.filter(isOurs)), ended],
    others: asCsv(all.filter((row) => !isOurs(row))),
    counts: {
      waiting: all.filter(isOurs).length,
      ended: rowsIn(ended).length,
      others: all.filter((row) => !isOurs(row)).length,
    },
  };
}

/** As the manager of another, empty service: brings these files in, one after the other. Answers their reports as one. */
export async function bringInAgain(page: Page, at: Service, files: readonly string[]): Promise<Report> {
  const reports: string[] = [];
  for (const file of files) {
    await openImport(page, at);
    await check(page, Buffer.from(file));
    expect(await page.textContent('main')).toContain(words.allSound);
    await bring(page, rowsIn(file).length);
    expect(await page.textContent('main')).toContain(words.whole);
    reports.push(...(await reportOn(page)));
  }
  return reports;
}

async function openImport(page: Page, at: Service): Promise<void> {
  await page.context().clearCookies();
  await enterArea(page, at, MANAGER);
  await page.goto(`${at.url}${IMPORT}`);
}

async function openFile(page: Page, at: Service): Promise<void> {
  await openImport(page, at);
  await page.click(`main table:has-text("${words.stage}") a`);
}

async function check(page: Page, buffer: Buffer): Promise<void> {
  await page.setInputFiles('#file', { name: 'list.csv', mimeType: 'text/csv', buffer });
  await page.click(`main form:has(#file) button`);
}

/** Presses until every row is in: a long list takes more than one press. */
async function bring(page: Page, rows: number): Promise<void> {
  await page.click(`main button:has-text("${words.bring(rows)}")`);
  while ((await page.locator(`main button:has-text("${words.goOn}")`).count()) > 0)
    await page.click(`main button:has-text("${words.goOn}")`);
}

async function rowsNamed(page: Page): Promise<number[]> {
  const rows = page.locator(`main table:has(caption:text-is("${words.caption}")) tbody th`);
  return [...new Set((await rows.allTextContents()).map(Number))];
}

async function reportOn(page: Page): Promise<Report> {
  return page.locator(`main table:has-text("${words.checksums}") tbody tr`).allTextContents();
}

const download = async (page: Page, { url }: Service, what: string) =>
  (await page.context().request.get(`${url}${IMPORT}/${what}`)).text();

function rowsIn(csv: string): readonly (readonly string[])[] {
  const read = readCsv(csv, PRESENT_COLUMNS);
  if ('badQuoteIn' in read) throw new Error(`Row ${read.badQuoteIn} cannot be read.`);
  return read.rows.slice(1);
}

const asCsv = (rows: readonly (readonly string[])[]) =>
  [PRESENT_COLUMNS, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
