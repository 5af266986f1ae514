import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { subjects } from '#test/kit/words/emails.ts';
import { decider } from '#test/system/triage.ts';
import { until } from '#test/system/until.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { EMAIL_LINK_BUTTON, LATER_BUTTON } from '#web/form/engine/words.ts';
import { pagesThere } from '#web/form/files/states.ts';
import { SAVED_TITLE } from '#web/form/save-for-later/words.ts';
import { decideWords } from '#web/staff/words.ts';
import { giveBirthDate, linkAfter, REFERRER, send } from './form.ts';
import { newcomer } from './newcomer.ts';
import { type Screen, stage, TELEPHONE } from './stage.ts';
import { openTask } from './triager.ts';

const at = stage();
const nobody = async () => undefined;

/** From the start page to the page of documents, and with the e-mailed link on in another browser to the confirmation. */
async function refer(screen: Screen): Promise<{ page: Page; reference: string }> {
  const first = await at.newPage(screen);
  await first.goto(at.service.url);
  await first.click('main a.govuk-button');
  await first.check('[name="who"][value="professional"]');
  await first.click('button:has-text("Continue")');
  const address = first.url().replace(/\/risk$/, '');
  await newcomer(first, address).goOn(nobody, 'evidence/1');
  await first.click(`text=${LATER_BUTTON}`);
  expect(await first.inputValue('[name="email"]')).toBe(REFERRER);
  const link = await linkAfter(at.service, () => first.click(`button:has-text("${EMAIL_LINK_BUTTON}")`));
  expect(await first.textContent('h1')).toBe(SAVED_TITLE);
  await first.context().close();

  await move(at.service, { advance: 'PT1H' });
  const page = await at.newPage(screen);
  await page.goto(link);
  await giveBirthDate(page);
  await newcomer(page, address).goOn(nobody);
  await page.click('text=Check your answers');
  expect(await page.textContent('main')).toContain(pagesThere(2));
  return { page, reference: await send(page) };
}

/** What a triager does: opens the e-mailed link, gives the code, opens every document, and accepts. */
async function accept(reference: string, screen: Screen): Promise<void> {
  const page = await at.newPage(screen);
  await openTask(page, at.service, reference);
  const record = (await page.textContent('main')) ?? '';
  for (const said of ['Schedule of Growing Skills', 'Letter of the paediatrician', 'Testerfield'])
    expect(record).toContain(said);
  const files = await page
    .locator('a[href*="/evidence/"]')
    .evaluateAll((all) => all.map((one) => String(Reflect.get(one, 'href'))));
  expect(files).toHaveLength(3);
  const types = await Promise.all(files.map(async (file) => (await page.request.get(file)).headers()['content-type']));
  expect(types).toEqual(['application/pdf', 'image/jpeg', 'image/jpeg']);
  await page.check('[name="outcome"][value="ACCEPT_INITIAL_ASSESSMENT"]');
  for (const name of ['deciderName', 'deciderRole'] as const) await page.fill(`#${name}`, decider[name]);
  await page.click(`button:has-text("${decideWords.preview}")`);
  await page.click('button[name="confirm"]');
  await page.waitForSelector('h1:has-text("Decided")');
  await page.context().close();
}

/** What the page behind the link in the acknowledgement says of where the referral is. */
async function follow(reference: string): Promise<string> {
  const page = await at.newPage();
  const mails = await mailsAbout(at.service, reference);
  await page.goto(mails.flatMap(({ text }) => /\bhttp\S+\/referral\/l\/\S+/.exec(text)?.[0] ?? []).at(0) ?? '');
  await giveBirthDate(page);
  const where = await page.textContent('.govuk-summary-list__value >> nth=0');
  await page.context().close();
  return where ?? '';
}

describe('a whole referral, saved on the way and gone on with by its link, with two documents', () => {
  it.each<[string, Screen]>([
    ['without JavaScript', { javaScript: false }],
    ['with JavaScript', {}],
    ['on a telephone', { width: TELEPHONE }],
  ])('%s reaches the waiting list', async (_how, screen) => {
    const { page, reference } = await refer(screen);
    const mails = await until('the referrer was written to', async () => {
      const all = (await mailsAbout(at.service, reference)).filter(({ to }) => to.includes(REFERRER));
      return all.length > 0 ? all : undefined;
    });
    expect(mails.map(({ subject }) => subject)).toEqual([`Referral ${reference}: ${subjects.received}`]);
    await page.context().close();
    await accept(reference, screen);
    await move(at.service, { advance: 'PT6M' });
    expect(await follow(reference)).toContain('waiting list');
    await move(at.service, { advance: 'PT16M' });
  });
});
