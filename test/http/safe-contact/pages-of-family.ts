import { createMemoryStores } from '#adapters/memory/stores.ts';
import { doFamilyPages } from '#application/family-pages/do-family-pages.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { familyPageId } from '#domain/case/family-page.ts';
import { holderOfCode } from '#domain/people/page-code.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { familyRoutes } from '#web/family/routes.ts';
import { serveFamily } from '#web/family/serve.ts';
import { browser } from '../browser.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { reference, storedReferral } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { testConfig } from '../service-config.ts';
import { letIn } from '../walk.ts';
import { type Given, referralOf, whereabouts } from './given.ts';
import { open, type PagesOf, type Shown } from './opened.ts';
import { caseOf, first, storeOther } from './store-family.ts';

/** The page of each adult: as no one agreed it, and as a person agreed it without places. */
export const ofFamily: PagesOf = async (given, { stores: breaking }, wanted) => {
  if (!wanted.includes('FAMILY')) return [];
  const whole = createMemoryStores();
  const stores = breaking?.(whole) ?? whole;
  const clock = testClock('2026-09-24T08:00:00.000Z');
  await stores.referrals.putReferral(storedReferral(referralOf(given)));
  await stores.cases.createCase(caseOf(given, withVisit()));
  await storeOther(stores, given);
  const [from, until] = ['10:10', '11:30'];
  const town = { town: whereabouts.town, day: 'MONDAY', from, until, venue: whereabouts.venue };
  const config = { ...testConfig, stayAndPlay: [town] };
  const common = { config, policy: defaultPolicy, baseUrl: 'http://localhost:8080', now: clock.now };
  const deps = { ...stores, ...common, random: testRandom() };
  const serving = { ...deps, answerOffer: answerOffer(deps), askTeam: async () => ({ kind: 'CLOSED' as const }) };
  const handler = httpHandler(telemetryOf(testLog()), serveFamily(serving));
  const pages = async (place: number) => {
    const theCase = await stores.cases.readCase(reference);
    const using = browser(handler, common.baseUrl);
    const grant = { reference, purpose: 'PAGE', taskId: familyPageId(place, theCase ?? {}) } as const;
    await letIn(using, deps, 'FAMILY', { mailbox: holderOfCode('a') }, grant);
    return open(familyRoutes(serving), ['FAMILY'], using, { reference, what: 'changed' });
  };
  const shown: Shown[] = [];
  for (const place of given.adults.keys()) {
    shown.push(...(await pages(place)));
    const agreed = { reference, by: first, parent: String(place), places: 'no', reason: 'She told us' };
    await doFamilyPages(deps).agreePage(agreed);
    shown.push(...(await pages(place)));
  }
  return shown;
};

/** On a list, with a visit booked at a place and with a person whom no page may name. */
function withVisit() {
  const booked = { n: 1, by: first, bookedAt: '2026-09-24T08:00:00.000Z' };
  const visit = { ...booked, on: '2026-10-06', at: '10:10', person: 'someone', where: whereabouts.venue };
  return { ...onList(), assessment: { bookings: 1, missed: [], visit } };
}

/** A family of which nothing speaks against a page, but for an address of a parent's own where `given` plants one. */
export const somePage = (given: Given) => ofFamily(given, {}, ['FAMILY']);
