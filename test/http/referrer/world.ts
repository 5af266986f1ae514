import { createMemoryStores } from '#adapters/memory/stores.ts';
import { createNoticeRenderer } from '#adapters/notices/render.ts';
import type { Case } from '#domain/case/case.ts';
import { defaultPolicy } from '#domain/policy.ts';
import type { LinkPurpose } from '#domain/ports/records.ts';
import { actForReferrer } from '#functions/act-for-referrer.ts';
import { agreeForwarding } from '#functions/agree-forwarding.ts';
import { answerReferrer } from '#functions/answer-referrer.ts';
import { sendNotices as sendForReal } from '#functions/send-notices.ts';
import { submitReferral } from '#functions/submit-referral.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { serveReferrer } from '#web/referrer/serve.ts';
import { browser } from '../browser.ts';
import { testClock, testEvidence, testLog, testMailer, testRandom, testWorkflow } from '../doubles.ts';
import { linkFor, reference, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';

const render = createNoticeRenderer();

export const birthDate = { 'dob-day': '10', 'dob-month': '9', 'dob-year': '2024' };

/** A stored referral, its case as given, and one link of this purpose to the referrer. */
export async function referrerWorld(theCase: Case, purpose: LinkPurpose, baseUrl = 'http://localhost:8080') {
  const stores = createMemoryStores();
  const clock = testClock();
  const evidence = testEvidence();
  const log = testLog();
  const mailer = testMailer();
  const forwarded: string[] = [];
  await stores.referrals.putReferral(storedReferral({ ...referralExample, evidence: [] }));
  await stores.cases.createCase(theCase);
  const service = {
    ...stores,
    evidence,
    log,
    config: testConfig,
    policy: defaultPolicy,
    baseUrl,
    now: clock.now,
    random: testRandom(),
  };
  const sendNotices = async (owed: readonly { id: string }[]) => {
    forwarded.push(...owed.map(({ id }) => id));
    return [];
  };
  const handler = serveReferrer({
    ...service,
    answerReferrer: answerReferrer(service),
    agreeForwarding: agreeForwarding({ ...service, sendNotices }),
    ...actForReferrer({ ...service, sendNotices: sendForReal({ ...service, mailer, render }) }),
    submitReferral: submitReferral({ ...service, workflow: testWorkflow, raiseAlarm: async () => undefined }),
    mailDraftLink: async () => 'SENT',
    mailStaffCode: async () => undefined,
  });
  const task = purpose === 'ANSWER' ? { taskId: `${reference}-T1` } : { taskId: undefined };
  const { token, link } = linkFor(purpose, { purpose, mailbox: 'referrer01@example.org' });
  await stores.access.putLink({ ...link, ...task });
  const newBrowser = () => browser(handler, baseUrl);
  /** Opens the link with the child's date of birth. */
  const visit = async () => {
    const using = newBrowser();
    const answer = await using.post(`/referral/l/${token}`, birthDate);
    return { using, page: await using.get(answer.location), address: answer.location };
  };
  return { stores, clock, evidence, log, forwarded, mailer, handler, token, newBrowser, visit };
}
