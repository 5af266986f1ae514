import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { type Browser, hidden } from '../browser.ts';
import { reference } from '../records.ts';
import { inTriage } from './standings.ts';
import { referrerWorld } from './world.ts';

export const REFERRER = 'referrer01@example.org';
export const TEAM = 'health-visitors@example.org';
export const LIST = '/referral/mine/list';

/** A referral that its mailboxes follow, and what their readers do to list it. */
export async function mineWorld(given: Case = inTriage, referrer = {}, stores?: Stores) {
  const world = await referrerWorld(given, 'STATUS', undefined, { teamEmail: TEAM, ...referrer }, stores);
  /** What the first step of a workflow does. */
  const note = async (of = reference) => {
    const [theCase, stored] = await Promise.all([
      world.stores.cases.readCase(of),
      world.stores.referrals.readReferral(of),
    ]);
    if (theCase) await world.noteFollowers(theCase, addresseesOf(stored?.body));
  };
  await note();
  const ask = (using: Browser, mailbox = REFERRER, more: Record<string, string> = {}) =>
    using.post('/referral/mine', { mailbox, ...more });
  const codes = () => world.mailer.sent.filter(({ tags }) => tags.noticeId === 'CODE');
  /** Asks for a code in a browser; answers how to enter one there. */
  const asked = async (using: Browser, mailbox = REFERRER) => {
    const page = await ask(using, mailbox);
    const enter = (code: string) => using.post('/referral/mine/code', { mailbox, code, asker: hidden(page, 'asker') });
    return { page, enter };
  };
  /** A browser in which the code of this mailbox was entered, and its list. */
  const listed = async (mailbox = REFERRER, using = world.newBrowser()) => {
    const { enter } = await asked(using, mailbox);
    const { location } = await enter(world.codeTo(mailbox));
    return { using, list: await using.get(location), location };
  };
  return { ...world, note, ask, codes, asked, listed };
}
