import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { doFamilyPages } from '#application/family-pages/do-family-pages.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { familyPageId } from '#domain/case/family-page.ts';
import { holderOfCode } from '#domain/people/page-code.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import { httpHandler } from '#functions/http.ts';
import { anEntry } from '#test/contract/samples.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { familyRoutes } from '#web/family/routes.ts';
import { serveFamily } from '#web/family/serve.ts';
import { browser } from '../browser.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { reference, storedReferral } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { testConfig } from '../service-config.ts';
import { letIn } from '../walk.ts';
import { atVenue } from './emails.ts';
import { type Given, mailboxOf, referralOf, whereabouts } from './given.ts';
import { makeSafe } from './make-safe.ts';
import { open, type PagesOf, type Shown } from './opened.ts';
import { caseOf, first, storeOther } from './store-family.ts';

/** The page of each adult, as no one agreed it and as a person agreed it without places, and an offer behind the link of each. */
export const ofFamily: PagesOf = async (given, { stores: breaking }, wanted) => {
  if (!wanted.includes('FAMILY') && !wanted.includes('OFFERED')) return [];
  const whole = createMemoryStores();
  const stores = breaking?.(whole) ?? whole;
  const clock = testClock('2026-09-24T08:00:00.000Z');
  await stores.referrals.putReferral(storedReferral(referralOf(given)));
  await stores.cases.createCase(caseOf(given, withVisit()));
  await storeOther(stores, given);
  await stores.supports.createSupport(withOffer());
  const [from, until] = ['10:10', '11:30'];
  const town = { town: whereabouts.town, day: 'MONDAY', from, until, venue: whereabouts.venue };
  const config = { ...testConfig, stayAndPlay: [town] };
  const common = { config, policy: defaultPolicy, baseUrl: 'http://localhost:8080', now: clock.now };
  const [renderNotice, log] = [createNoticeRenderer(), testLog()];
  const mailer = { send: async () => ({ messageId: 'm1' }) };
  const deps = { ...stores, ...common, random: testRandom(), log, mailer, render: renderNotice };
  await makeSafe({ ...deps, sendNotices: sendNotices(deps) }, clock, given, reference);
  const serving = { ...deps, answerOffer: answerOffer(deps), askTeam: async () => ({ kind: 'CLOSED' as const }) };
  const handler = httpHandler(telemetryOf(testLog()), serveFamily(serving));
  const pages = async (place: number) => {
    const theCase = await stores.cases.readCase(reference);
    const using = browser(handler, common.baseUrl);
    const grant = { reference, purpose: 'PAGE', taskId: familyPageId(place, theCase ?? {}) } as const;
    await letIn(using, deps, 'FAMILY', { mailbox: holderOfCode('a') }, grant);
    return open(familyRoutes(serving), wanted.includes('FAMILY') ? ['FAMILY'] : [], using, {
      reference,
      what: 'changed',
    });
  };
  const offers = async (place: number) => {
    const using = browser(handler, common.baseUrl);
    const grant = { reference, purpose: 'OFFER', taskId: 'O1' } as const;
    await letIn(using, deps, 'FAMILY', { mailbox: mailboxOf(place) }, grant);
    return open(familyRoutes(serving), wanted.includes('OFFERED') ? ['OFFERED'] : [], using, { reference });
  };
  const shown: Shown[] = [];
  for (const place of given.adults.keys()) {
    shown.push(...(await offers(place)), ...(await pages(place)));
    const agreed = { reference, by: first, parent: String(place), places: 'no', reason: 'She told us' };
    await doFamilyPages(deps).agreePage(agreed);
    shown.push(...(await pages(place)));
  }
  return shown;
};

const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };

/** A place in a group, at a venue and a time that a flagged family's page may not say. */
function withOffer() {
  const slot = { id: 'G1', pathway: 'PORTAGE_GROUP', locality: whereabouts.town, day: 'MONDAY', at: '10:10' };
  const offered = offerMade(newSupport(reference, anEntry('1#a'), moment), moment, { id: 'O1', slot, by: first });
  if (!offered) throw new Error('Nothing was offered.');
  return atVenue(offered);
}

/** On a list, with a visit booked at a place and with a person whom no page may name. */
function withVisit() {
  const booked = { n: 1, by: first, bookedAt: '2026-09-24T08:00:00.000Z' };
  const visit = { ...booked, on: '2026-10-06', at: '10:10', person: 'someone', where: whereabouts.venue };
  return { ...onList(), assessment: { bookings: 1, missed: [], visit } };
}

/** A family of which nothing speaks against a page, but for an address of a parent's own where `given` plants one. */
export const somePage = (given: Given) => ofFamily(given, {}, ['FAMILY']);

/** The offer, as each adult of this family opens it. */
export const someOffer = (given: Given) => ofFamily(given, {}, ['OFFERED']);
