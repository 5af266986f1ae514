import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryMailer } from '#adapters/memory/mailer.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { actForReferrer } from '#application/intake/act-for-referrer.ts';
import { noteFollowers } from '#application/intake/note-followers.ts';
import { type SendNotices, sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import { recordDecision } from '#application/triage/record-decision.ts';
import type { Case } from '#domain/case/case.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog, testMailboxKey, testRandom } from '#test/http/doubles.ts';
import { reference, storedReferral } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';
import { referralExample } from '#web/api/openapi-examples.ts';

const render = createNoticeRenderer();

export const bea = { name: 'Bea Colleague', role: 'Health visitor', email: 'bea@example.org' };
export const mine = { reference, by: 'referrer01@example.org' };

/** One case in memory with everything that a referrer can do with it. */
export async function forReferrer(given: Case) {
  const stores = createMemoryStores();
  const clock = testClock();
  const post = createMemoryMailer();
  const service = {
    noteFollowers: noteFollowers({ ...stores, mailboxKey: testMailboxKey }),
    ...{ ...stores, render, mailer: post, config: testConfig, policy: defaultPolicy, now: clock.now },
    ...{ random: testRandom(), log: testLog(), baseUrl: 'http://localhost:8080' },
  };
  await stores.referrals.putReferral(storedReferral(referralExample));
  await stores.cases.createCase(given);
  const send = sendNotices(service);
  const theCase = async () => {
    const found = await stores.cases.readCase(reference);
    if (!found) throw new Error('There is no case.');
    return found;
  };
  return {
    ...{ stores, clock, post, theCase },
    ...actForReferrer({ ...service, sendNotices: send }),
    /** The same where something else happens just before the first write, as another function of the service would. */
    actBeaten: (first: () => Promise<unknown>) =>
      actForReferrer({ ...service, cases: beaten(stores.cases, first), sendNotices: send }),
    /** The same where the function dies before the first notice. */
    actCutOff: () => actForReferrer({ ...service, sendNotices: cutOff }),
    decide: recordDecision({ ...service, tellSecond: async () => {} }),
    settle: (noticeId: string) => settleNotice(service)(reference, noticeId),
    /** On to the next morning on which digests go. */
    nextMorning: async () => {
      const until = Date.parse(digestAfter(clock.now(), defaultPolicy));
      clock.advanceMinutes((until - Date.parse(clock.now())) / 60_000);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
        if ('noticeId' in due) await settleNotice(service)(due.reference, due.noticeId);
      }
    },
    mails: () => post.sent.map(({ text }) => text),
    sent: () => post.sent.map(({ to, tags }) => `${tags.noticeId.replace(reference, 'R')} to ${to}`),
    events: async () => (await theCase()).history.map(({ event }) => event),
  };
}

const cutOff: SendNotices = async () => {
  throw new Error('cut off');
};

function beaten(cases: CaseStore, first: () => Promise<unknown>): CaseStore {
  let isFirst = true;
  return {
    ...cases,
    saveCase: async (next, openTask) => {
      if (isFirst) {
        isFirst = false;
        await first();
      }
      return cases.saveCase(next, openTask);
    },
  };
}
