import type { Page } from 'playwright-core';
import type { Service } from '#test/system/service.ts';
import { move } from '#test/system/window.ts';
import { closingAt } from '#web/staff/closing/address.ts';
import { closingWords } from '#web/staff/closing/words.ts';
import { extensionWords } from '#web/staff/todo/extension-words.ts';
import { visitWords as words } from '#web/staff/visits/words.ts';
import { enterArea } from './area.ts';
import { type Hand, handOn } from './hand.ts';
import { pressOn } from './press.ts';

type Look = (name: string) => Promise<void>;

/** Signs in again on this day at midday: a session of staff ends while the clock moves. */
async function enterOn(page: Page, at: Service, day: string, mailbox: string): Promise<void> {
  await move(at, { at: `${day}T12:00` });
  await page.context().clearCookies();
  await enterArea(page, at, mailbox);
}

/** As a practitioner, on the page of a child: plans the next visit at home for this day. */
export async function planVisit(page: Page, [year, month, day]: readonly [string, string, string]): Promise<void> {
  for (const [part, text] of Object.entries({ day, month, year })) await page.fill(`#on-${part}`, text);
  await page.fill('#at', '9:30am');
  await pressOn(page, `button:has-text("${words.planButton}")`);
  await page.waitForSelector(`text=${words.recordTitle}`);
}

/** Records the one visit of today, from the first page of the staff area until it is saved, and says what the hand did for it. */
async function recordToday(page: Page): Promise<Hand['done']> {
  const hand = handOn(page);
  const pressing = (what: string) => Promise.all([page.waitForEvent('load'), hand.press(`${what} >> nth=0`)]);
  await pressing(`nav a:has-text("${words.title}")`);
  await pressing(`main a:has-text("${words.record}")`);
  await hand.select('came', 'ATTENDED_SEEN');
  await pressing(`button:text-is("${words.recordButton}")`);
  await page.waitForSelector('[role="alert"]');
  return hand.done;
}

/** Records a visit on each of these days, and says what the hand did for each. */
export async function recordOn(page: Page, at: Service, days: readonly string[], mailbox: string) {
  const done: Hand['done'][] = [];
  for (const day of days) {
    await enterOn(page, at, day, mailbox);
    done.push(await recordToday(page));
  }
  return done;
}

/** As a practitioner, on the page of a child: asks for further sessions. */
export async function askForMore(page: Page, sessions: string, look: Look): Promise<void> {
  await page.check(`[name="sessions"][value="${sessions}"]`);
  await page.fill('#reason', 'She has begun to walk and we are half way to standing alone');
  await look('extension-ask');
  await pressOn(page, `button:has-text("${words.extendButton}")`);
  await page.waitForSelector(`text=${words.waitsForManager}`);
}

/** As a service manager, from the list of what is to be done: agrees to so many further sessions. */
export async function agree(page: Page, at: Service, reference: string, sessions: string, look: Look): Promise<void> {
  await move(at, { advance: 'PT10M' });
  await page.goto(`${at.url}/staff`);
  await look('extension-task');
  await page.click(`button:has-text("${extensionWords.title(reference)}")`);
  await page.check(`[name="agreed"][value="${sessions}"]`);
  await page.fill('#reason', 'Two more months will do');
  await look('extension-decide');
  await page.click(`button:has-text("${extensionWords.record}")`);
}

/** As a practitioner: closes the support of a family whose visits are over. */
export async function closeSupport(page: Page, at: Service, reference: string, look: Look): Promise<void> {
  await page.goto(`${at.url}${closingAt(reference)}`);
  await look('closing');
  await page.check('[name="why"][value="ENDED_EARLIER"]');
  await page.fill('#report', 'She walks with one hand held. Her nursery takes the plan on.');
  await pressOn(page, `button:has-text("${closingWords.button}")`);
  await page.waitForSelector(`text=${closingWords.done}`);
  await look('closed');
}
