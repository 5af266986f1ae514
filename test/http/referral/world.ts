import { createCodeRenderer, createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { readTeam } from '#application/access/read-team.ts';
import { actForReferrer } from '#application/intake/act-for-referrer.ts';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import { followMailboxes } from '#application/intake/follow-mailboxes.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import { mailNewLink } from '#application/notices/mail-new-link.ts';
import { type SendNotices, sendNotices as sendForReal } from '#application/notices/send-notices.ts';
import { answerReferrer } from '#application/triage/answer-referrer.ts';
import type { Case } from '#domain/case/case.ts';
import type { Link, LinkPurpose } from '#domain/people/link.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { servePublic } from '#web/public/serve.ts';
import { serveReferral } from '#web/referral/serve.ts';
import { type Browser, browser } from '../browser.ts';
import { testClock, testEvidence, testLog, testMailboxKey, testMailer, testRandom, testWorkflow } from '../doubles.ts';
import { oneAddress } from '../one-address.ts';
import { linkFor, reference, storedReferral } from '../records.ts';
import { testConfig } from '../service-config.ts';

const render = createNoticeRenderer();

export const birthDate = { 'dob-day': '10', 'dob-month': '9', 'dob-year': '2024' };

/** A stored referral, its case as given, and one link of this purpose to the referrer. */
export async function referrerWorld(
  given: Case,
  purpose: LinkPurpose,
  baseUrl = 'http://localhost:8080',
  referrer = {},
  stores: Stores = createMemoryStores(),
) {
  const clock = testClock();
  const evidence = testEvidence();
  const log = testLog();
  const mailer = testMailer();
  const forwarded: string[] = [];
  const body = { ...referralExample, evidence: [], referrer: { ...referralExample.referrer, ...referrer } };
  await stores.referrals.putReferral(storedReferral(body));
  await stores.cases.createCase(given);
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
  const waited: number[] = [];
  const mine = {
    ...followMailboxes({ ...service, mailboxKey: testMailboxKey }),
    wait: async (milliseconds: number) => {
      waited.push(milliseconds);
    },
  };
  const delivering = { ...service, mailer, render };
  const sendNotices: SendNotices = async (moment) => {
    forwarded.push(moment);
    return [];
  };
  const handler = oneAddress(log, {
    referral: serveReferral({
      ...service,
      ...mine,
      answerReferrer: answerReferrer(service),
      mailNewLink: mailNewLink(delivering),
      mailCode: mailCode({ ...delivering, renderCode: createCodeRenderer() }),
      agreeForwarding: agreeForwarding({ ...service, sendNotices }),
      ...actForReferrer({ ...service, ...mine, sendNotices: sendForReal(delivering) }),
    }),
    public: servePublic({
      ...service,
      wait: async () => {},
      readTeam: readTeam(service),
      submitReferral: submitReferral({ ...service, workflow: testWorkflow, raiseAlarm: async () => undefined }),
      alarmOfDraft: async () => undefined,
      mailDraftLink: async () => 'SENT',
      mailCode: async () => true,
    }),
  });
  const task = purpose === 'ANSWER' ? { taskId: `${reference}-T1` } : { taskId: undefined };
  /** One more link of the same purpose; gives its token. */
  const putLink = async (mailbox: string, patch: Partial<Link> = {}) => {
    const { token: another, link } = linkFor(`${purpose} ${mailbox}`, { purpose, mailbox, ...task, ...patch });
    await stores.access.putLink(link);
    return another;
  };
  const token = await putLink('referrer01@example.org');
  const newBrowser = () => browser(handler, baseUrl);
  /** Opens a link with the child's date of birth. */
  const visit = async (opened = token, using: Browser = newBrowser()) => {
    const answer = await using.post(`/referral/l/${opened}`, birthDate);
    return { using, page: await using.get(answer.location), address: answer.location };
  };
  /** The token of the newest link that this mailbox was sent; '' when it was sent none. */
  const mailed = (mailbox: string) => {
    const texts = mailer.sent.filter(({ to }) => to === mailbox).map(({ text }) => text);
    return /\/referral\/l\/([\w-]{43})\s/.exec(texts.at(-1) ?? '')?.[1] ?? '';
  };
  /** The newest code that this mailbox was sent; '' when it was sent none. */
  const codeTo = (mailbox: string) => {
    const texts = mailer.sent.filter(({ to }) => to === mailbox).map(({ text }) => text);
    return /^\d{6}$/m.exec(texts.at(-1) ?? '')?.[0] ?? '';
  };
  const theCase = async () => {
    const found = await stores.cases.readCase(reference);
    if (!found) throw new Error('There is no case.');
    return found;
  };
  return {
    ...{ stores, clock, evidence, log, forwarded, mailer, handler, service, delivering, token },
    ...{ waited, ...mine, newBrowser, visit, putLink, mailed, codeTo, theCase },
  };
}
