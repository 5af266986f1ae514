import type { Page } from 'playwright-core';
import { enterArea } from '#test/browser/area.ts';
import { accepted } from '#test/browser/beside.ts';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { pageLink } from '#test/system/family-page.ts';
import { BORN } from '#test/system/referrer.ts';
import type { Service } from '#test/system/service.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { tellWords } from '#web/family/tell/words.ts';
import { picture } from './picture.ts';

/** The page of a family, what it can tell us there, and what staff see of it: the page that is agreed, and the letter with a code. */
export async function familyPage(page: Page, at: Service): Promise<void> {
  const reference = await inTriage(at);
  await (await signIn(at, reference)).send(accepted.fields);
  await move(at, { advance: 'PT6M' });
  await statusWhen(at, reference, accepted.status);
  await page.goto(await pageLink(at, reference));
  await picture(page, 'family-link');
  const [year = '', month = '', day = ''] = BORN.split('-');
  for (const [part, value] of Object.entries({ day, month, year })) await page.fill(`#dob-${part}`, value);
  await page.click('main button');
  await page.waitForURL(`**/family/${reference}`);
  await picture(page, 'family-page');
  await page.click(`a:text-is("${tellWords.CHANGED.link}")`);
  await picture(page, 'family-changed');
  await page.fill('#words', 'She walks a few steps now.');
  await page.click('main button');
  await page.waitForSelector('#told');
  await picture(page, 'family-page-told');
  await enterArea(page, at, 'manager@example.org');
  await page.goto(`${at.url}/staff/records/${reference}/family-page`);
  await picture(page, 'staff-family-page');
  await page.check('[name="codeFor"]');
  await page.click('form[action$="/family-page/code"] button');
  await page.waitForSelector('.app-letter');
  await picture(page, 'letter-page-code');
  await page.goto(`${at.url}/staff`);
  await page.click(`button:has-text("Answer the family: referral ${reference}")`);
  await page.waitForSelector('#words');
  await picture(page, 'staff-answer-family');
}
