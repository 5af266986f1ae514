import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { accepted } from '#test/browser/beside.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { importWords } from '#web/staff/lists/import/words.ts';
import { REVIEWS_AT } from '#web/staff/lists/reviews/address.ts';
import { picture } from './picture.ts';

/** The waiting lists, one of them, and the place of one child with a change of it. */
export async function lists(page: Page, at: Service): Promise<void> {
  const references: string[] = [];
  for (const locality of ['Taunton', 'Taunton', 'Frome']) {
    const reference = await inTriage(at, { locality });
    await (await signIn(at, reference)).send(accepted.fields);
    references.push(reference);
  }
  await move(at, { advance: 'PT6M' });
  for (const reference of references) await statusWhen(at, reference, accepted.status);
  await enterArea(page, at, 'manager@example.org');
  await page.goto(`${at.url}/staff/lists`);
  await picture(page, 'waiting-lists');
  await page.goto(`${at.url}/staff/lists/initial-assessment/taunton`);
  await picture(page, 'waiting-list');
  await page.click(`tbody th a:text-is("${references[1]}")`);
  await picture(page, 'place');
  await page.goto(`${at.url}/staff/records/${references[1]}`);
  await picture(page, 'record-place');
  await page.goBack();
  await page.click('a[href$="/place/remove"]');
  await picture(page, 'place-remove');
  await page.goto(`${at.url}${REVIEWS_AT}`);
  await picture(page, 'reviews');
  await page.goto(`${at.url}/staff/lists/import`);
  const example = await (await page.context().request.get(`${at.url}/staff/lists/import/example`)).text();
  const buffer = Buffer.from(example.replace(',Frome,', ',Atlantis,'));
  await page.setInputFiles('#file', { name: 'list.csv', mimeType: 'text/csv', buffer });
  await page.click(`main button:has-text("${importWords.check}")`);
  await picture(page, 'list-check');
  await bringIn(page, example);
}

/** The example list as it is: brought in, to be signed. */
async function bringIn(page: Page, example: string): Promise<void> {
  const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(example) };
  await page.setInputFiles('#file', file);
  await page.click(`main button:has-text("${importWords.checkAgain}")`);
  // The second time that the pictures are taken it is here.
  const bring = `main button:has-text("${importWords.bring(3)}")`;
  if ((await page.$(bring)) !== null) await page.click(bring);
  else await page.click(`a:has-text("${importWords.known}")`);
  await page.waitForSelector('#compared');
  await picture(page, 'list-import');
}
