import { expect, it } from 'vitest';
import { inTriage } from '#test/system/api.ts';
import { move } from '#test/system/window.ts';
import { CONSOLE_AT, queueAt } from '#web/console/address.ts';
import { caseWords } from '#web/console/case/words.ts';
import { frontWords } from '#web/console/front/words.ts';
import { recordsWords } from '#web/staff/records/words.ts';
import { enterArea } from './area.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const KEEPER = 'manager@example.org';

it('an operator finds what is wrong, and no page has a fault', async () => {
  const reference = await inTriage(at.service);
  await move(at.service, { advance: 'PT2M' });
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, KEEPER);
  await page.click(`nav a:has-text("${frontWords.title}")`);
  expect(await page.textContent('main')).toContain(frontWords.fine);
  await look();
  await page.goto(`${at.service.url}${queueAt('parked')}`);
  await look();
  await page.goto(`${at.service.url}${CONSOLE_AT}`);
  await page.click(`a:has-text("${caseWords.find}")`);
  await look();
  await page.fill('#reference', reference);
  await page.click(`button:has-text("${recordsWords.find}")`);
  await page.click(`summary:has-text("${caseWords.steps}")`);
  await look();
  expect(faults).toEqual([]);
  await page.context().close();
});

it('the console works on a telephone without JavaScript', async () => {
  const reference = await inTriage(at.service);
  await move(at.service, { advance: 'PT2M' });
  const page = await at.newPage({ width: TELEPHONE, javaScript: false });
  await enterArea(page, at.service, KEEPER);
  await page.click(`nav a:has-text("${frontWords.title}")`);
  await page.click(`a:has-text("${caseWords.find}")`);
  await page.fill('#reference', 'not one');
  await page.click(`button:has-text("${recordsWords.find}")`);
  await page.fill('#reference', reference);
  await page.click(`button:has-text("${recordsWords.find}")`);
  expect(await page.textContent('h1')).toContain(reference);
  await page.context().close();
});
