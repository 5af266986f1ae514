import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { statusOf, statusWhen } from '#test/system/api.ts';
import { linkIn } from '#test/system/referrer.ts';
import { mailsAbout, move } from '#test/system/window.ts';
import { gateFaultWords } from '#web/components/closing-gate.ts';
import { familyFaultWords, withdrawalWords as words } from '#web/staff/todo/withdrawal-words.ts';
import { gateAnswers } from '../unit/domain/support/gate-sample.ts';
import { enterArea } from './area.ts';
import { onTheList } from './assessments.ts';
import { giveBirthDate } from './form.ts';
import { critic } from './judge.ts';
import { stage, TELEPHONE } from './stage.ts';

const at = stage();
const MANAGER = 'manager@example.org';

const mainOf = async (page: Page) => (await page.textContent('main')) ?? '';

/** As the referrer, on the page of the referral: asks to withdraw it. */
async function withdraw(page: Page, reason: string): Promise<void> {
  await page.click('a:has-text("Withdraw this referral")');
  await page.fill('[name="reason"]', reason);
  await page.click('main button:has-text("Withdraw this referral")');
  await page.waitForLoadState('domcontentloaded');
}

/** As the manager, from the list of what is to be done: what the family said, or that no one reached them. */
async function record(page: Page, answer: string, said: string): Promise<void> {
  await page.check(`[name="answer"][value="${answer}"]`);
  await page.fill('#words', said);
  await page.click(`button:has-text("${words.record}")`);
  await page.waitForLoadState('domcontentloaded');
}

it('a referrer withdraws a listed child: nothing ends until someone has spoken with the family, who keeps the place and later gives it up', async () => {
  const reference = await onTheList(at.service);
  const theirs = await at.newPage({ width: TELEPHONE });
  const referrer = critic(theirs);
  await theirs.goto(await linkIn(at.service, reference, ''));
  await giveBirthDate(theirs);
  await theirs.waitForURL((url) => !url.pathname.includes('/l/'));
  const status = theirs.url();
  await withdraw(theirs, 'They did not answer my calls');
  await referrer.look();
  expect((await statusOf(at.service, reference)).status).toBe('ON_WAITING_LIST');

  const page = await at.newPage({ width: TELEPHONE });
  const { look, faults } = critic(page);
  const task = async () => {
    await move(at.service, { advance: 'PT10M' });
    await page.context().clearCookies();
    await enterArea(page, at.service, MANAGER);
    await page.click(`button:has-text("${words.title(reference)}")`);
    await page.waitForSelector('[name="answer"]');
  };
  await task();
  await look();

  // Without the gate the agreement of the family is no way out.
  await page.click(`button:has-text("${words.record}")`);
  expect(await mainOf(page)).toContain(familyFaultWords.ANSWER_MISSING);
  await look();
  await record(page, 'AGREED', 'The mother, by phone');
  const refused = await mainOf(page);
  for (const fault of [gateFaultWords.CHANNELS_MISSING, gateFaultWords.SAFEGUARDING_MISSING])
    expect(refused).toContain(fault);
  expect(await page.inputValue('#words')).toBe('The mother, by phone');
  expect((await statusOf(at.service, reference)).status).toBe('ON_WAITING_LIST');

  // The family wants the place: the referrer hears that the child stays, and no word of what was said.
  await record(page, 'KEEP', 'The mother was in hospital and wants the place');
  await move(at.service, { advance: 'PT10M' });
  expect((await statusOf(at.service, reference)).status).toBe('ON_WAITING_LIST');
  await theirs.goto(status);
  expect(await mainOf(theirs)).not.toContain('hospital');
  await referrer.look();
  const mails = await mailsAbout(at.service, reference);
  expect(mails.filter(({ text }) => text.includes('hospital'))).toEqual([]);

  // Asked again, and this time the family agreed: every question of the gate is answered, and the referral ends.
  await withdraw(theirs, 'They have moved away');
  await task();
  for (const name of ['tried-PHONE', 'tried-LETTER', 'met', 'referrerTold', 'visitorTold'])
    await page.check(`[name="${name}"]`);
  await page.fill('#safeguarding', gateAnswers.safeguarding);
  await page.fill('#gateName', gateAnswers.gateName);
  await record(page, 'AGREED', 'Both parents, by phone');
  await move(at.service, { advance: 'PT10M' });
  await statusWhen(at.service, reference, 'WITHDRAWN');
  expect([...faults, ...referrer.faults]).toEqual([]);
  await Promise.all([page, theirs].map((one) => one.context().close()));
}, 300_000);
