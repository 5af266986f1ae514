import { expect, it } from 'vitest';
import { inTriage, statusWhen } from '#test/system/api.ts';
import { pageLink } from '#test/system/family-page.ts';
import { signIn } from '#test/system/triage.ts';
import { move } from '#test/system/window.ts';
import { caseAt } from '#web/console/address.ts';
import { actWords } from '#web/console/case/acts-words.ts';
import { copyWords } from '#web/console/copy/words.ts';
import { tellPageWords, tellWords } from '#web/family/tell/words.ts';
import { erasureAt } from '#web/staff/erasure/address.ts';
import { erasureWords } from '#web/staff/erasure/words.ts';
import { legalHoldAt } from '#web/staff/legal-hold/address.ts';
import { legalHoldWords } from '#web/staff/legal-hold/words.ts';
import { MAIL_AT, MAIL_UPLOAD_AT } from '#web/staff/mail/address.ts';
import { mailWords, outcomeWords } from '#web/staff/mail/words.ts';
import { familyAnswerWords } from '#web/staff/todo/family-words.ts';
import { enterArea } from './area.ts';
import { accepted } from './beside.ts';
import { fillIn, giveBirthDate } from './form.ts';
import { critic } from './judge.ts';
import { stage } from './stage.ts';

const at = stage();

/** A page that presses the button with these words, and looks at what comes of it. */
async function judged() {
  const page = await at.newPage();
  const { look, faults } = critic(page);
  const open = async (path: string) => {
    await page.goto(new URL(path, at.service.url).href);
    await look();
  };
  const press = async (button: string) => {
    await page.click(`main form button:text-is("${button}")`);
    await page.waitForLoadState('domcontentloaded');
    await look();
  };
  return { page, look, faults, open, press };
}

it('a family complains and someone answers, on pages without a fault, with a mistake and without', async () => {
  const reference = await inTriage(at.service);
  await (await signIn(at.service, reference)).send(accepted.fields);
  await move(at.service, { advance: 'PT6M' });
  await statusWhen(at.service, reference, accepted.status);
  const { page, look, faults, open, press } = await judged();
  await page.goto(await pageLink(at.service, reference));
  await giveBirthDate(page);
  await page.waitForURL(`**/family/${reference}`);
  await open(`/family/${reference}/tell/${tellWords.DATA_COMPLAINT.at}`);
  await open(`/family/${reference}/tell/${tellWords.COMPLAINT.at}`);
  await press(tellPageWords.button);
  await page.fill('#words', 'No one rang us');
  await press(tellPageWords.button);
  expect(await page.textContent('main')).toContain(tellPageWords.byAnother);
  await page.context().clearCookies();
  await enterArea(page, at.service, 'manager@example.org');
  await page.click(`form:has([name="open"][value^="${reference}-ANSWER_FAMILY"]) button`);
  await page.waitForSelector('[name="upheld"]');
  await look();
  await press(familyAnswerWords.record);
  await page.check('[name="upheld"][value="UPHELD"]');
  await page.check('[name="how"][value="BY_PHONE"]');
  await fillIn(page, { 'on-day': '24', 'on-month': '9', 'on-year': '2026', words: 'We were late' });
  await press(familyAnswerWords.record);
  expect(await page.$('[name="upheld"]')).toBeNull();
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a record is held, and a request to erase it is decided, on pages without a fault', async () => {
  const reference = await inTriage(at.service);
  await move(at.service, { advance: 'PT16M' });
  const { page, faults, open, press } = await judged();
  await enterArea(page, at.service, 'manager@example.org');
  await open(legalHoldAt(reference));
  await press(legalHoldWords.button);
  await page.fill('#reason', 'Asked by a court');
  await press(legalHoldWords.button);
  await press(legalHoldWords.lift);
  await open(erasureAt(reference));
  await press('Record the decision');
  await page.check('[name="ground"][value="LEGAL_CLAIMS"]');
  await fillIn(page, { 'on-day': '24', 'on-month': '9', 'on-year': '2026', reason: 'A court asked for it' });
  await press('Record the decision');
  expect(await page.textContent('main')).toContain(erasureWords.done);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('a request for a copy is recorded, and the copy is offered, on pages without a fault', async () => {
  const reference = await inTriage(at.service);
  await move(at.service, { advance: 'PT16M' });
  const { page, faults, look, open, press } = await judged();
  await enterArea(page, at.service, 'manager@example.org');
  await open(caseAt(reference));
  await page.click(`main a:text-is("${actWords.copy}")`);
  await page.waitForSelector('#reason');
  await look();
  await press('Record the request');
  await page.check('[name="holds"][value="YES"]');
  await page.check('[name="opinion"][value="PART_WITHHELD"]');
  await fillIn(page, { 'on-day': '24', 'on-month': '9', 'on-year': '2026', reason: 'Her mother', said: 'Dr Field' });
  await press('Record the request');
  expect(await page.textContent('main')).toContain(copyWords.done);
  const [copy] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
  expect(copy.suggestedFilename()).toBe(`${reference}.txt`);
  expect(faults).toEqual([]);
  await page.context().close();
});

it('an email to the service is added, opened and closed, on pages without a fault', async () => {
  await move(at.service, { advance: 'PT16M' });
  const email = 'From: someone@example.org\r\nSubject: A child\r\n\r\nPlease call me.\r\n';
  const { status } = await fetch(`${at.service.url}/local/incoming-mail`, { method: 'POST', body: email });
  expect(status).toBe(202);
  const { page, look, faults, open, press } = await judged();
  await enterArea(page, at.service, 'manager@example.org');
  await open(MAIL_UPLOAD_AT);
  await open(MAIL_AT);
  await page.click('tbody a >> nth=0');
  await page.waitForSelector('[name="outcome"]');
  await look();
  await press(mailWords.closeGo);
  await page.check('[name="outcome"][value="QUESTION_ANSWERED"]');
  await press(mailWords.closeGo);
  expect(await page.textContent('main')).toContain(outcomeWords.QUESTION_ANSWERED);
  expect(faults).toEqual([]);
  await page.context().close();
});
