import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { exchange } from '#test/kit/words/referral.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { FIRST } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { agesWords } from '#web/referral/answer/ages/words.ts';
import { NEXT_PAGE } from '#web/referral/files/named-files.ts';
import { answerPageWords } from '#web/referral/words.ts';
import { answerAt } from '#web/staff/answer/page.ts';
import { staffAnswerWords } from '#web/staff/answer/words.ts';
import { decideWords } from '#web/staff/words.ts';
import { enterArea } from './area.ts';
import { photograph } from './documents.ts';
import { answers, fillIn, giveBirthDate } from './form.ts';
import { faultsOn } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';
import { openTask } from './triager.ts';

const at = stage();
const RISK = 'She may lose weight';

const press = async (page: Page, button: string) => {
  await page.click(`main button:has-text("${button}") >> nth=0`);
  await page.waitForLoadState('domcontentloaded');
};

/** Asks the referrer from the page of the task, past the preview, and waits until the email has gone. */
async function ask(page: Page, reference: string): Promise<void> {
  await openTask(page, at.service, reference);
  await page.check('[name="outcome"][value="REQUEST_INFORMATION"]');
  await fillIn(page, { reason: exchange.note, question: exchange.question, risk: RISK });
  await press(page, decideWords.preview);
  for (const said of [exchange.question, RISK]) expect(await page.textContent('main')).toContain(said);
  await press(page, decideWords.record);
  await move(at.service, { advance: 'PT6M' });
  await statusWhen(at.service, reference, 'AWAITING_REFERRER');
}

/** Adds one document of two photographs, an age and words, and sends the answer. */
async function answer(page: Page, reference: string): Promise<void> {
  await page.goto(await linkIn(at.service, reference, subjects.asked));
  await giveBirthDate(page);
  for (const n of [1, 2]) {
    await page.setInputFiles('#file', photograph(n));
    await press(page, 'Add this document');
    await page.waitForURL(/\/files\//);
  }
  await page.click(`a:has-text("${answerPageWords.toAnswer}")`);
  await page.locator('main select').nth(0).selectOption('SOGS');
  await page.locator('[name^="title-"]').nth(0).fill('Schedule of Growing Skills');
  await page.locator('main select').nth(1).selectOption(NEXT_PAGE.value);
  await page.fill('[name="text"]', exchange.answer);
  await press(page, agesWords.add);
  await fillIn(page, answers.tool ?? {});
  await press(page, agesWords.toAreas);
  await page.fill('[name="development.locomotor.age"]', '11');
  await press(page, agesWords.keep);
  await press(page, 'Send answer');
  await page.waitForSelector(`h1:has-text("${answerPageWords.received}")`);
}

it('a question is answered with two photographs and an age, on a phone without JavaScript, and read by who asked', async () => {
  const reference = await inTriage(at.service);
  const phone = { width: TELEPHONE, javaScript: false };
  const [triager, referrer] = [await at.newPage(phone), await at.newPage(phone)];
  await ask(triager, reference);
  await answer(referrer, reference);
  await move(at.service, { advance: 'PT1M' });
  await statusWhen(at.service, reference, 'IN_TRIAGE');
  await triager.goto(`${at.service.url}/staff`);
  await triager.click(`form:has([name="open"][value^="${reference}"]) button`);
  await triager.waitForSelector('[name="outcome"]');
  const task = (await triager.textContent('main')) ?? '';
  for (const said of [exchange.answer, 'Page 2 of 2', '11 months (SOGS']) expect(task).toContain(said);
});

it('the pages on which staff record an answer by phone have no fault of axe, and lead back to the referral', async () => {
  const reference = await inTriage(at.service);
  await ask(await at.newPage(), reference);
  const page = await at.newPage();
  await enterArea(page, at.service, FIRST);
  await page.click(`a[href$="${answerAt(reference)}"]`);
  const faults = await faultsOn(page);
  await press(page, staffAnswerWords.button);
  await page.waitForSelector('.govuk-error-summary');
  faults.push(...(await faultsOn(page)));
  await fillIn(page, { name: 'Rae Referrer', 'on-day': '24', 'on-month': '9', 'on-year': '2026' });
  await page.fill('[name="text"]', exchange.answer);
  await press(page, staffAnswerWords.button);
  await page.waitForSelector(`h1:has-text("${staffAnswerWords.recorded(reference)}")`);
  faults.push(...(await faultsOn(page)));
  await page.click(`a:has-text("${staffAnswerWords.back}")`);
  expect(await page.textContent('main')).toContain('Given by Rae Referrer');
  expect(faults).toEqual([]);
});
