import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { accepted } from '#test/browser/beside.ts';
import { fillIn, giveBirthDate } from '#test/browser/form.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { pageLink } from '#test/system/family-page.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { tellWords } from '#web/family/tell/words.ts';
import { familyAnswerWords } from '#web/staff/todo/family-words.ts';
import { picture } from './picture.ts';

/** A family complains, someone answers, and the family sees that it is answered. */
export async function complaint(page: Page, at: Service): Promise<void> {
  const reference = await inTriage(at);
  await (await signIn(at, reference)).send(accepted.fields);
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, accepted.status);
  const link = await pageLink(at, reference);
  await page.goto(link);
  await giveBirthDate(page);
  await page.waitForURL(`**/family/${reference}`);
  await page.click(`a:text-is("${tellWords.COMPLAINT.link}")`);
  await picture(page, 'family-complaint');
  await page.fill('#words', 'No one rang us back, though you said that you would.');
  await page.click('main form button.govuk-button >> nth=-1');
  await page.waitForSelector('#told');
  await picture(page, 'family-complaint-told');
  await page.context().clearCookies();
  await enterArea(page, at, 'manager@example.org');
  await page.click(`form:has([name="open"][value^="${reference}-ANSWER_FAMILY"]) button`);
  await page.waitForSelector('[name="upheld"]');
  await picture(page, 'staff-answer-complaint');
  await page.check('[name="upheld"][value="UPHELD"]');
  await page.check('[name="how"][value="BY_PHONE"]');
  await fillIn(page, { 'on-day': '24', 'on-month': '9', 'on-year': '2026', words: 'We were late. We are sorry.' });
  await page.click(`main form button:text-is("${familyAnswerWords.record}")`);
  await page.waitForLoadState('domcontentloaded');
  await picture(page, 'staff-complaint-answered');
  await page.context().clearCookies();
  await page.goto(link);
  await giveBirthDate(page);
  await page.waitForURL(`**/family/${reference}`);
  await picture(page, 'family-complaint-answered');
}
