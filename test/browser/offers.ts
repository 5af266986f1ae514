import type { Page } from 'playwright-core';
import type { Service } from '#test/system/service.ts';
import { OFFERS_AT } from '#web/staff/offers/address.ts';
import { answeredWords, offersWords as words } from '#web/staff/offers/words.ts';

type Look = (name: string) => Promise<void>;

/** As a service manager: the first free place, or the first that is named so, is offered to the child who is next, and the family accepts by phone. */
export async function offerFirst(page: Page, at: Service, look: Look, named = ''): Promise<void> {
  await page.goto(`${at.url}${OFFERS_AT}`);
  await look('offers');
  await page.click(`a:has-text("${words.open}"):has-text("${named}") >> nth=0`);
  await look('offer-confirm');
  await page.click(`button:has-text("${words.confirm}")`);
  await page.waitForSelector(`text=${words.made}`);
  await look('offer-made');
  await page.check('[name="answer"][value="ACCEPTED"]');
  await page.click(`button:has-text("${words.answerButton}")`);
  await page.waitForSelector(`text=${answeredWords.get('ACCEPTED')}`);
  await look('offer-accepted');
}
