import type { Page } from 'playwright-core';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { planAt } from '#web/staff/plan/address.ts';
import { planPrintWords, planWords as words } from '#web/staff/plan/words.ts';
import { visitsAt } from '#web/staff/visits/address.ts';
import { visitWords } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { bookFirst, onTheList, recordFirst, setCapacity } from './assessments.ts';
import { offerFirst } from './offers.ts';
import { pressOn } from './press.ts';
import { planVisit } from './visits.ts';

type Look = (name: string) => Promise<void>;

const MANAGER = 'manager@example.org';
/** The day of October of the initial assessment, and that of the first visit. */
const [booked, first] = ['6', ['2026', '10', '20']] as const;

/** A child whose family accepted weekly visits of Kim, on the day of the initial visit, with Kim on the page of the visits. */
export async function dayOfFirstVisit(page: Page, at: Service): Promise<string> {
  const silent = async () => undefined;
  const reference = await onTheList(at);
  await enterArea(page, at, MANAGER);
  await setCapacity(page, at, silent);
  await bookFirst(page, at, booked, silent);
  await move(at, { at: '2026-10-06T12:00' });
  await again(page, at, MANAGER);
  await recordFirst(page, at, silent);
  await offerFirst(page, at, silent);
  await move(at, { at: `${first.join('-')}T12:00` });
  await again(page, at, `kim-${page.viewportSize()?.width}@example.org`);
  await page.goto(`${at.url}${visitsAt(reference)}`);
  await planVisit(page, first);
  return reference;
}

async function again(page: Page, at: Service, mailbox: string): Promise<void> {
  await page.context().clearCookies();
  await enterArea(page, at, mailbox);
}

/** Records the initial visit, with the agreement, strengths and needs. */
export async function recordInitial(page: Page, look: Look): Promise<void> {
  await page.check('[name="came"][value="ATTENDED_SEEN"]');
  await page.fill('#agreedWith', 'Her mother');
  await page.fill('#strengths', 'She smiles at faces and follows a light');
  await page.fill('#needs', 'Her mother would like her to sit up and play');
  await look('visit-record');
  await pressOn(page, `button:text-is("${visitWords.recordButton}")`);
  await page.waitForSelector('[role="alert"]');
  await look('visit-recorded');
}

/** Writes the first plan with the family. */
export async function fillPlan(page: Page, at: Service, reference: string): Promise<void> {
  await page.goto(`${at.url}${planAt(reference)}`);
  await page.click(`main a:has-text("${words.write}")`);
  await page.fill('#writtenWith', 'Her mother');
  await page.fill('#what-1', 'She sits on the floor and plays with both hands');
  await page.fill('#steps-1', 'She sits with a cushion behind her\nShe reaches for a toy with one hand');
  await page.fill('#activities', 'Roll a ball to her three times a day. Wait for her to reach.');
  await page.fill('#others', 'Her grandmother does the same on Fridays');
}

/** Saves it, notes progress and prints it for the first adult. */
export async function usePlan(page: Page, look: Look): Promise<void> {
  await look('plan-write');
  await pressOn(page, `button:text-is("${words.saveButton}")`);
  await page.waitForSelector(`text=${words.progressTitle}`);
  await page.check('[name="progress-O1"][value="A_LITTLE"]');
  await look('plan');
  await pressOn(page, `button:text-is("${words.progressButton}")`);
  await page.waitForSelector(`text=${words.saved}`);
  await page.click(`main a:has-text("${words.print}")`);
  await look('plan-print');
  await page.check('[name="adult"] >> nth=0');
  if ((await page.$('[name="isRead-yes"]')) !== null) await page.check('[name="isRead-yes"]');
  await page.click(`button:text-is("${planPrintWords.show}")`);
  await page.waitForSelector('article');
  await look('plan-sheet');
}
