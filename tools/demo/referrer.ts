import { openBrowser, type Page } from './browser.ts';
import { newest } from './inbox.ts';
import type { FictionalReferral } from './sample/sample.ts';
import { DemoError, type World } from './world.ts';

/** Answers the team's question through the link in the referrer's email. */
export async function answerQuestion(world: World, sent: FictionalReferral, reference: string, text: string) {
  const { browser, page } = await openLink(world, sent, reference);
  // The page of the question asks for documents first; the answer is written on the one after it.
  mustBeTaken(await browser.send(await browser.open(`${page.url}/write`), 'text', { text }));
}

/** Confirms, through the link in the email, that the parents agree to the other service seeing the referral. */
export async function confirmForwarding(world: World, sent: FictionalReferral, reference: string) {
  const { browser, page } = await openLink(world, sent, reference);
  mustBeTaken(await browser.send(page, 'csrf'));
}

/** Withdraws the referral, with this reason, through the link in the email that acknowledged it. */
export async function withdraw(world: World, sent: FictionalReferral, reference: string, reason: string) {
  const { browser, page } = await openLink(world, sent, reference);
  mustBeTaken(await browser.send(await browser.open(`${page.url}/withdraw`), 'reason', { reason }));
}

/** The referrer knows the child, so the date of birth opens the page behind the link. */
async function openLink(world: World, { body }: FictionalReferral, reference: string) {
  const browser = openBrowser();
  const link = await newest(world, body.referrer.email, reference, /https?:\S+\/referral\/l\/\S+/);
  const [year = '', month = '', day = ''] = body.child.dob.split('-');
  const birthDate = { 'dob-day': day, 'dob-month': month, 'dob-year': year };
  const page = await browser.send(await browser.open(link), 'dob-day', birthDate);
  return { browser, page };
}

function mustBeTaken({ status, heading, url }: Page): void {
  if (status !== 200) throw new DemoError(`The page at ${url} said "${heading}" (${status}).`);
}
