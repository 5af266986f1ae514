import { enterArea } from '#test/browser/area.ts';
import { acceptByLink } from '#test/browser/offers.ts';
import { ASSESSMENTS_AT, assessmentAt } from '#web/staff/assessments/address.ts';
import { LISTS_AT } from '#web/staff/lists/address.ts';
import { BALANCE_AT } from '#web/staff/lists/balance/address.ts';
import { OFFERS_AT } from '#web/staff/offers/address.ts';
import { placeAt } from '#web/staff/place/address.ts';
import { recordAt } from '#web/staff/records/address.ts';
import { CAPACITY_AT } from '#web/staff/settings/capacity/address.ts';
import type { Referred } from './referrals.ts';
import { referencesOf, type Walk } from './walk.ts';

/** As the service manager in a browser: each of the main pages is opened, judged and pictured. */
export async function lookRound(walk: Walk, name: string): Promise<void> {
  const { at, stage, families } = walk;
  const { page, look } = await stage.newPage();
  await enterArea(page, at, 'manager@example.org');
  const [waits = ''] = referencesOf(families.filter(({ visit, road }) => road === 'ACCEPT' && visit === 'NOT_BOOKED'));
  const pages = {
    today: '/staff',
    lists: LISTS_AT,
    'list-first-visits': `${LISTS_AT}/initial-assessment/taunton`,
    'list-home-visits': `${LISTS_AT}/home-visiting/taunton`,
    record: recordAt(waits),
    place: placeAt(waits),
    assessments: ASSESSMENTS_AT,
    assessment: assessmentAt(waits),
    offers: OFFERS_AT,
    balance: BALANCE_AT,
    capacity: CAPACITY_AT,
  };
  for (const [of, path] of Object.entries(pages)) {
    await page.goto(`${at.url}${path}`);
    await look(`${name}-${of}`);
  }
  await page.context().close();
}

/** As a family with a phone: opens the link in the email, shows the date of birth, reads the offer and says yes. */
export async function acceptInBrowser(walk: Walk, family: Referred): Promise<void> {
  const { page, look } = await walk.stage.newPage();
  await acceptByLink(page, walk.at, family.reference, family.sent.body.child.dob, look);
  await page.context().close();
}
