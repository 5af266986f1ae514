import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Service } from '#test/system/service.ts';
import { GROUPS_AT } from '#web/staff/groups/address.ts';
import { groupsWords } from '#web/staff/groups/words.ts';
import { SCHOOL_AT, SESSIONS_AT, schoolChildAt } from '#web/staff/starting-school/address.ts';
import { schoolWords as words } from '#web/staff/starting-school/words.ts';
import { blockFaultWords, blockWords } from '#web/staff/todo/block-words.ts';
import { typist } from './keyboard.ts';
import { pressOn } from './press.ts';

type Look = (name: string) => Promise<void>;

/** The five sessions of a summer term in one town. */
interface Term {
  readonly year: number;
  readonly town: string;
  readonly days: readonly (readonly [day: number, month: number])[];
}

/** As a service manager: the dates of the sessions of one town. */
export async function setSessions(page: Page, at: Service, { year, town, days }: Term, look: Look): Promise<void> {
  await page.goto(`${at.url}${SESSIONS_AT}?year=${year}`);
  await page.check(`input[type="radio"][value="${town}"]`);
  for (const [n, [day, month]] of days.entries()) {
    await page.fill(`#on${n + 1}-day`, String(day));
    await page.fill(`#on${n + 1}-month`, String(month));
    await page.fill(`#on${n + 1}-year`, String(year));
  }
  await page.fill('#from', '10am');
  await page.fill('#until', '11.30am');
  await page.fill('#venue', `Example Hall, Example Street, ${town}`);
  await look('starting-school-dates');
  await page.click(`main button:has-text("${words.save}")`);
}

/** The same: everyone in the cohort of this year is invited. */
export async function inviteCohort(page: Page, at: Service, year: number): Promise<void> {
  await page.goto(`${at.url}${SCHOOL_AT}?year=${year}`);
  await pressOn(page, 'main form:has(input[value="CONFIRM"]) button');
}

/** The family of this child says that they come. */
export async function sayYes(page: Page, at: Service, reference: string): Promise<void> {
  await page.goto(`${at.url}${schoolChildAt(reference)}`);
  await page.check('input[name="what"][value="YES"]');
  await page.click(`main button:has-text("${words.answerButton}")`);
}

/** By the keyboard alone: two presses from the groups say who came to a session, and it is put right. Says what no focus showed on. */
export async function fillSchoolRegister(page: Page, at: Service, session: string, child: string, look: Look) {
  await page.goto(`${at.url}${GROUPS_AT}`);
  await look('groups');
  const { unseen, press, answer } = typist(page);
  await press(session, 'A');
  await look('school-register');
  await press(groupsWords.save, 'BUTTON');
  expect(await page.textContent('main dl')).toContain(groupsWords.came);
  await answer(`missed-${child}`, 'yes');
  await press(groupsWords.save, 'BUTTON');
  expect(await page.textContent('main dl')).toContain(groupsWords.missed);
  await look('school-register-saved');
  return unseen;
}

/** From the list of what is to be done: home visits that are open for long, as far as the question. */
export async function openLongVisits(page: Page, reference: string): Promise<void> {
  await page.click(`button:has-text("${blockWords.title(reference)}")`);
  await page.waitForSelector('#reason');
}

/** The same, to the end: nothing is recorded without a reason. */
export async function lookAtLongVisits(page: Page, reference: string, reason: string): Promise<void> {
  await openLongVisits(page, reference);
  await page.click(`button:has-text("${blockWords.record}")`);
  expect(await page.textContent('main')).toContain(String(blockFaultWords.REASON_MISSING));
  await page.fill('#reason', reason);
  await page.click(`button:has-text("${blockWords.record}")`);
}
