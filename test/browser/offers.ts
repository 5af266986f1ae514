import type { Page } from 'playwright-core';
import { offerLink } from '#test/system/offers.ts';
import type { Service } from '#test/system/service.ts';
import { offerWords } from '#web/family/offer/words.ts';
import { OFFERS_AT } from '#web/staff/offers/address.ts';
import { answeredWords, offersWords as words } from '#web/staff/offers/words.ts';

type Look = (name: string) => Promise<void>;

/** As a service manager: the first free place, or the first that is named so, is offered to the child who is next, whose reference this is. */
export async function makeOffer(page: Page, at: Service, look: Look, named = ''): Promise<string> {
  await page.goto(`${at.url}${OFFERS_AT}`);
  await look('offers');
  await page.click(`a:has-text("${words.open}"):has-text("${named}") >> nth=0`);
  const reference = await page.inputValue('[name="reference"]');
  await look('offer-confirm');
  await page.click(`button:has-text("${words.confirm}")`);
  await page.waitForSelector(`text=${words.made}`);
  await look('offer-made');
  return reference;
}

/** As a service manager: the first free place, or the first that is named so, is offered to the child who is next, and the family accepts by phone. */
export async function offerFirst(page: Page, at: Service, look: Look, named = ''): Promise<void> {
  await makeOffer(page, at, look, named);
  await page.check('[name="answer"][value="ACCEPTED"]');
  await page.click(`button:has-text("${words.answerButton}")`);
  await page.waitForSelector(`text=${answeredWords.get('ACCEPTED')}`);
  await look('offer-accepted');
}

/** As a family: opens the link in the email, shows the date of birth of the child, reads the offer and says yes. */
export async function acceptByLink(page: Page, at: Service, reference: string, dob: string, look: Look): Promise<void> {
  await page.goto(await offerLink(at, reference));
  await look('family-offer-link');
  const [year = '', month = '', day = ''] = dob.split('-');
  for (const [part, text] of Object.entries({ day, month, year })) await page.fill(`#dob-${part}`, text);
  await page.click('main button');
  await page.waitForSelector(`text=${offerWords.question}`);
  await look('family-offer');
  await page.check('[name="answer"][value="ACCEPTED"]');
  await page.click(`main button:has-text("${offerWords.button}")`);
  await page.waitForSelector(`text=${offerWords.done}`);
  await look('family-accepted');
}
