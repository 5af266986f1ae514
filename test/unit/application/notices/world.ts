import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryMailer } from '#adapters/memory/mailer.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { alertDuty } from '#application/notices/duty.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { settleNotice } from '#application/notices/settle-notice.ts';
import type { Case } from '#domain/case/case.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import { type NoticeMoment, noticesOwed } from '#domain/notices/plan.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog, testRandom } from '#test/http/doubles.ts';
import { baseUrl, config, reference, referral, staff } from './sample.ts';

const render = createNoticeRenderer();

/** One case with its referral in memory, and everything that sends notices about it. */
export async function world(theCase: Case, options: { mailer?: Mailer; body?: typeof referral } = {}) {
  const { body = referral } = options;
  const stores = createMemoryStores();
  const clock = testClock('2026-09-24T09:00:00.000Z');
  const post = createMemoryMailer();
  const common = { config, policy: defaultPolicy, baseUrl, log: testLog(), random: testRandom(), now: clock.now };
  const deps = { ...stores, ...common, mailer: options.mailer ?? post, render };
  const dates = { receivedAt: clock.now(), referralOn: '2026-09-24' };
  await stores.cases.createCase(theCase);
  await stores.referrals.putReferral({ reference, caller: 'c', keyHash: 'k', bodyHash: 'b', ...dates, body });
  const owed = (moment: NoticeMoment) => noticesOwed(moment, theCase, body, staff);
  return {
    stores,
    clock,
    post,
    deps,
    owed,
    send: (moment: NoticeMoment, changed: Partial<typeof deps> = {}) =>
      sendNotices({ ...deps, ...changed })(moment, theCase, body),
    settle: (noticeId: string) => settleNotice(deps)(reference, noticeId),
    alert: alertDuty(deps),
    /** On to the next morning on which digests go, with all that the sweeper does with notices then. */
    nextMorning: async () => {
      const until = digestAfter(clock.now(), defaultPolicy);
      clock.advanceMinutes((Date.parse(until) - Date.parse(clock.now())) / 60_000);
      for (const due of await stores.indexes.due('NOTICE', clock.now(), 100)) {
        if ('noticeId' in due) await settleNotice(deps)(due.reference, due.noticeId);
      }
    },
    ledger: () => stores.notices.noticesOf(reference),
    /** The entry of the one notice to this person or part. */
    entryTo: async (code: string) => (await stores.notices.noticesOf(reference)).find(({ to }) => to === code),
    history: async () => (await stores.cases.readCase(reference))?.history ?? [],
  };
}
