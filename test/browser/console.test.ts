import { expect, it } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { inTriage } from '#test/system/api.ts';
import { move } from '#test/system/window.ts';
import { CONSOLE_AT, FIGURES_AT, queueAt } from '#web/console/address.ts';
import { caseWords } from '#web/console/case/words.ts';
import { frontWords } from '#web/console/front/words.ts';
import { noticeWords, putRightWhats } from '#web/console/notice/words.ts';
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
  await page.click(`a[href$="${FIGURES_AT}"]`);
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

it('an operator sends an email again that came back, and the page has no fault, with a mistake and without', async () => {
  const referrer = { ...Object(bodyOf('C01', []).referrer), email: 'bounce@example.org' };
  await inTriage(at.service, { referrer });
  await move(at.service, { advance: 'PT2M' });
  const page = await at.newPage();
  const { look, faults } = critic(page);
  await enterArea(page, at.service, KEEPER);
  await page.goto(`${at.service.url}${queueAt('mail')}`);
  await look();
  await page.click('tbody td a >> nth=0');
  await look();
  await page.click(`button:has-text("${noticeWords.again}")`);
  await page.waitForSelector('.govuk-error-summary');
  await look();
  await page.fill('#reason', 'The mailbox was full');
  await page.click(`button:has-text("${noticeWords.again}")`);
  expect(await page.textContent('main')).toContain(putRightWhats.SENT_AGAIN);
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
