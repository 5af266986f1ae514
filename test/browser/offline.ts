import type { Page } from 'playwright-core';
import * as z from 'zod';
import { keepWords } from '#web/keep/words.ts';
import { areaWords } from '#web/staff/area/words.ts';
import { visitWords } from '#web/staff/visits/words.ts';

export const NOTE = 'She reached for the bell twice';

/** How many forms this tab keeps. */
export async function keptIn(page: Page): Promise<number> {
  const keys = await page.evaluate('Object.keys(sessionStorage).filter((key) => key.startsWith("keep."))');
  return z.array(z.string()).parse(keys).length;
}

/** Fills in what came of a visit, and does not press. */
export async function typeVisit(page: Page): Promise<void> {
  await page.check('[name="came"][value="ATTENDED_SEEN"]');
  await page.fill('#note', NOTE);
}

/** Presses the button by keyboard. */
export async function pressSave(page: Page): Promise<void> {
  await page.focus(`button:text-is("${visitWords.recordButton}")`);
  await page.keyboard.press('Enter');
}

/** Without a connection: types a visit, presses, and is told. */
export async function holdPress(page: Page): Promise<void> {
  await typeVisit(page);
  await page.context().setOffline(true);
  await page.waitForSelector(`text=${keepWords.offline}`);
  await pressSave(page);
  await page.waitForSelector(`[role="alert"]:has-text("${keepWords.held}")`);
}

export async function signOut(page: Page): Promise<void> {
  await page.click(`button:text-is("${areaWords.signOut}")`);
  await page.waitForURL(/sign-out$/);
}
