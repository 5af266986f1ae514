import { createMemoryStores } from '#adapters/memory/stores.ts';
import { askTeam } from '#application/family-pages/ask-team.ts';
import { doFamilyPages } from '#application/family-pages/do-family-pages.ts';
import type { SendNotices } from '#application/notices/send-notices.ts';
import { answerOffer } from '#application/support/answer-offer.ts';
import { answerFamily } from '#application/todos/answer-family.ts';
import type { Case } from '#domain/case/case.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { serveFamily } from '#web/family/serve.ts';
import { browser } from '../browser.ts';
import { testClock, testLog, testRandom } from '../doubles.ts';
import { reference, storedReferral } from '../records.ts';
import { onList } from '../referral/standings.ts';
import { testConfig } from '../service-config.ts';

export const baseUrl = 'http://localhost:8080';
export const pat = personActor('pat', 'Pat Green', 'Service manager');
const [year = '', month = '', day = ''] = referralExample.child.dob.split('-');
/** Who knows the date of birth. */
export const knows = { 'dob-day': day, 'dob-month': month, 'dob-year': year };

type Adult = Readonly<Record<string, unknown>>;
const mother = { name: 'A. Mother', relationship: 'Mother', email: 'mother@example.org', parentalResponsibility: true };

/** A family whose child is on a list, or stands as `theCase` does, with what staff do about its pages. */
export async function familyWorld({
  parents = [mother],
  theCase = onList(),
  status = 'NONE',
  referral = {},
}: {
  parents?: readonly Adult[];
  theCase?: Case;
  status?: string;
  /** What else the referral says. */
  referral?: object;
} = {}) {
  const stores = createMemoryStores();
  const clock = testClock('2026-09-24T08:00:00.000Z');
  const family = { ...referralExample.family, parents };
  await stores.referrals.putReferral(
    storedReferral({
      ...referralExample,
      evidence: [],
      family,
      locality: 'Taunton',
      socialCare: { status },
      ...referral,
    }),
  );
  await stores.cases.createCase(theCase);
  const town = { town: 'Taunton', day: 'MONDAY', from: '10:00', until: '11:30', venue: 'Hall' };
  const config = { ...testConfig, stayAndPlay: [town] };
  const deps = { ...stores, config, policy: defaultPolicy, baseUrl, now: clock.now, random: testRandom() };
  const staff = doFamilyPages(deps);
  const moments: string[] = [];
  const sendNotices: SendNotices = async (moment) => {
    moments.push(moment);
    return [];
  };
  const asking = askTeam({ ...deps, sendNotices });
  const service = serveFamily({ ...deps, answerOffer: answerOffer(deps), askTeam: asking });
  const newBrowser = () => browser(httpHandler(telemetryOf(testLog()), service), baseUrl);
  const code = async (place = 0) => {
    const printed = await staff.printCode(reference, place, pat);
    return printed.kind === 'DONE' ? printed.code : printed.why;
  };
  return {
    ...{ stores, clock, deps, staff, newBrowser, code, moments, askTeam: asking },
    answer: answerFamily({ ...deps, sendNotices }),
    todos: async () => stores.todos.todosOf(reference),
    at: `/family/${reference}`,
    agree: (parent = '0', places: 'yes' | 'no' = 'yes') =>
      staff.agreePage({ reference, by: pat, parent, places, reason: 'She keeps her phone to herself' }),
    theCase: async () => stores.cases.readCase(reference),
    /** A browser that entered this code and the date of birth. */
    enter: async (typed: string, fields: Readonly<Record<string, string>> = knows) => {
      const using = newBrowser();
      return { using, answer: await using.post('/family', { code: typed, ...fields }) };
    },
  };
}
