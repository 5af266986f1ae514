import { createLetterRenderer, createMailAnswerRenderer, createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryMailFiles } from '#adapters/memory/mail-files.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { changeTeam } from '#application/access/change-team.ts';
import { leaveTeam } from '#application/access/leave-team.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { readTeam } from '#application/access/read-team.ts';
import { doAssessments } from '#application/assessments/do-assessments.ts';
import { doFacts } from '#application/intake/do-facts.ts';
import { recordDeath } from '#application/intake/record-death.ts';
import { toldOfDeath } from '#application/intake/told-of-death.ts';
import { undoDeath } from '#application/intake/undo-death.ts';
import { doCapacity } from '#application/lists/do-capacity.ts';
import { doLists } from '#application/lists/do-lists.ts';
import { doImports } from '#application/lists/import/do-imports.ts';
import { doMails } from '#application/mail/do-mails.ts';
import { doMeetings } from '#application/meetings/do-meetings.ts';
import { mailNewSharedLink } from '#application/notices/mail-new-shared-link.ts';
import { mailNewStaffLink } from '#application/notices/mail-new-staff-link.ts';
import { sendNotices } from '#application/notices/send-notices.ts';
import { doSchool } from '#application/starting-school/do-school.ts';
import { doOffers } from '#application/support/do-offers.ts';
import { doVisits } from '#application/support/do-visits.ts';
import { doTodos } from '#application/todos/do-todos.ts';
import { doDecisions } from '#application/triage/do-decisions.ts';
import { doQueue } from '#application/triage/do-queue.ts';
import { recordAnswer } from '#application/triage/record-answer.ts';
import { tellSecond } from '#application/triage/tell-second.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Link } from '#domain/people/link.ts';
import type { Reading } from '#domain/people/reading.ts';
import { seededId } from '#domain/people/seed.ts';
import type { PageStore } from '#domain/ports/pages.ts';
import type { Mailer } from '#domain/ports/services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { httpHandler } from '#functions/http.ts';
import { telemetryOf } from '#test/kit/telemetry.ts';
import { against } from '#test/kit/together.ts';
import { referralExample } from '#web/api/openapi-examples.ts';
import { serveStaff } from '#web/staff/serve.ts';
import { type Browser, browser } from '../browser.ts';
import { testClock, testEvidence, testLog, testMailer, testRandom } from '../doubles.ts';
import { testPages } from '../pages.ts';
import { checkedCase, linkFor, reference, storedCheck, storedReferral, withTask } from '../records.ts';
import { testConfig } from '../service-config.ts';

const claimKey = async () => 'a-claim-key';

export const taskId = `${reference}-T1`;
const mailboxes = ['triage-1@example.org', 'triage-2@example.org'];

const renderCode = ({ code }: { code: string }) => ({
  subject: 'Your code',
  text: `Your code:\n\n${code}\n\n`,
  html: `<p>${code}</p>`,
});

/** A referral in triage, with one link for each of two triagers. */
export async function triageWorld(
  options: {
    baseUrl?: string;
    theCase?: Case;
    check?: StoredCheck;
    referral?: object;
    stores?: Stores;
    pages?: PageStore;
    /** Instead of a mail service that takes everything. */
    send?: Mailer['send'];
  } = {},
) {
  const baseUrl = options.baseUrl ?? 'http://localhost:8080';
  const stores = options.stores ?? createMemoryStores();
  const clock = testClock();
  const mailer = testMailer();
  const evidence = testEvidence();
  const readings: Pick<Reading, 'by' | 'what'>[] = [];
  const access = {
    ...stores.access,
    recordReading: async (reading: Reading) => {
      readings.push({ by: reading.by, what: reading.what });
      await stores.access.recordReading(reading);
    },
  };
  const body = {
    ...referralExample,
    evidence: [{ ...referralExample.evidence[0], evidenceId: 'uploaded-1' }],
    ...options.referral,
  };
  evidence.upload('local', 'uploaded-1');
  await stores.referrals.putReferral(storedReferral(body));
  await stores.cases.createCase(options.theCase ?? withTask(checkedCase('TRIAGE'), 'TRIAGE'));
  await stores.cases.putCheck(options.check ?? storedCheck());
  const useCases = {
    cases: stores.cases,
    now: clock.now,
    policy: defaultPolicy,
    team: stores.team,
    config: testConfig,
  };
  const mailFiles = createMemoryMailFiles();
  const log = testLog();
  const service = { config: testConfig, baseUrl, random: testRandom() };
  const mailing = { ...service, mailer: { send: options.send ?? mailer.send }, log, render: createNoticeRenderer() };
  const sending = sendNotices({ ...stores, ...useCases, ...mailing });
  const pages = options.pages ?? testPages();
  const deps = {
    ...stores,
    ...{ access, evidence, mailer, log },
    mailCode: mailCode({
      team: stores.team,
      mailer: options.send ? { send: options.send } : mailer,
      log,
      renderCode,
      config: testConfig,
      policy: defaultPolicy,
    }),
    ...doQueue({ ...stores, ...useCases, ...mailing }),
    ...doTodos({ ...stores, ...useCases, log, sendNotices: sending }),
    tellSecond: tellSecond({
      ...stores,
      ...useCases,
      sendNotices: sending,
    }),
    ...doDecisions({ ...stores, ...useCases, sendNotices: sending }),
    openShared: async () => undefined,
    recordDeath: recordDeath({ ...stores, ...useCases, sendNotices: async () => [] }),
    toldOfDeath: toldOfDeath({ ...stores, now: clock.now }),
    recordAnswer: recordAnswer({ ...stores, ...useCases }),
    ...doFacts({ ...stores, ...useCases, random: service.random, sendNotices: sending }),
    undoDeath: undoDeath({ ...stores, ...useCases }),
    readTeam: readTeam({ ...stores, config: testConfig }),
    changeTeam: changeTeam({ ...stores, ...useCases, config: testConfig }),
    ...doMeetings({ ...stores, ...useCases, config: testConfig }),
    ...doLists({ ...stores, ...useCases }),
    ...doOffers({ ...stores, ...useCases, claimKey }),
    ...doVisits({ ...stores, ...useCases }),
    mailFiles,
    ...doMails({ ...stores, ...useCases, ...mailing, access, mailFiles, renderMailAnswer: createMailAnswerRenderer() }),
    ...doSchool({ ...stores, ...useCases }),
    ...doImports({ ...stores, ...useCases, access, claimKey }),
    ...doAssessments({ ...stores, ...useCases, sendNotices: sending }),
    ...doCapacity({ ...stores, now: clock.now, random: service.random }),
    leaveTeam: leaveTeam({
      ...{ ...stores, ...useCases, config: testConfig, log, mailer, baseUrl, random: testRandom() },
      render: createNoticeRenderer(),
    }),
    wait: async () => {},
    pages,
    mailNewSharedLink: mailNewSharedLink({ ...stores, ...useCases, ...mailing }),
    render: createNoticeRenderer(),
    renderLetter: createLetterRenderer(),
    mailNewStaffLink: mailNewStaffLink({ ...stores, ...useCases, ...mailing }),
    ...{ ...service, policy: defaultPolicy, now: clock.now },
  };
  const handler = httpHandler(telemetryOf(log), serveStaff(deps));
  const putLink = async (name: string, patch: Partial<Link> = {}) => {
    const { token, link } = linkFor(name, patch);
    await stores.access.putLink(link);
    return token;
  };
  const tokens = await Promise.all(mailboxes.map((mailbox) => putLink(mailbox, { mailbox })));
  const newBrowser = () => browser(handler, baseUrl);
  const lastCode = () => /^\d{6}$/m.exec(mailer.sent.at(-1)?.text ?? '')?.[0] ?? '';
  /** Opens a link all the way to the task's page. */
  const signIn = async (token = tokens[0] ?? '', using: Browser = newBrowser()) => {
    await using.post(`/triage/l/${token}`);
    await using.post(`/triage/l/${token}/code`, { code: lastCode() });
    return using;
  };
  const token = tokens[0] ?? '';
  const second = tokens[1] ?? '';
  return { deps, stores, clock, mailer, evidence, readings, log, token, second, newBrowser, lastCode, signIn, putLink };
}

/** A decision as the preview sends it, once it is confirmed. */
export const accept = {
  confirm: '1',
  outcome: 'ACCEPT_INITIAL_ASSESSMENT',
  reason: '',
  deciderName: 'Robin Practitioner',
  deciderRole: 'Portage practitioner',
  ...against,
};

/** The first of the two triagers, as readings name them. */
export const triager1 = personActor(seededId('triage-1@example.org'), 'triage-1', 'triager');
