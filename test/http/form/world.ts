import { createCodeRenderer, createDraftLinkRenderer, createNoticeRenderer } from '#adapters/letters/render.ts';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { mailCode } from '#application/access/mail-code.ts';
import { readTeam } from '#application/access/read-team.ts';
import { settingsNow } from '#application/access/settings-now.ts';
import { alarmOfDraft } from '#application/drafts/alarm-of-draft.ts';
import { mailDraftLink } from '#application/drafts/mail-draft-link.ts';
import { actForReferrer } from '#application/intake/act-for-referrer.ts';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import { followMailboxes } from '#application/intake/follow-mailboxes.ts';
import { raiseAlarm } from '#application/intake/raise-alarm.ts';
import { submitReferral } from '#application/intake/submit-referral.ts';
import { answerReferrer } from '#application/triage/answer-referrer.ts';
import type { AlarmStub } from '#domain/notices/alarm.ts';
import type { Reading } from '#domain/people/reading.ts';
import type { SaidNow } from '#domain/people/said-now.ts';
import type { Execution } from '#domain/process/run.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { servingNow } from '#web/http/serving-now.ts';
import { servePublic } from '#web/public/serve.ts';
import { serveReferral } from '#web/referral/serve.ts';
import { type Answer, type Browser, browser, hidden } from '../browser.ts';
import { testClock, testEvidence, testLog, testMailboxKey, testMailer, testRandom } from '../doubles.ts';
import { oneAddress } from '../one-address.ts';
import { testConfig } from '../service-config.ts';

/** The form over stores in memory, with what was told to the duty mailbox and what was started. */
export function referWorld(
  baseUrl = 'http://localhost:8080',
  malwareScan: 'guardduty' | 'none' = 'none',
  stores: Stores = createMemoryStores(),
  config: ServiceConfig = testConfig,
) {
  const clock = testClock();
  const evidence = testEvidence();
  const mailer = testMailer();
  const alarms: string[] = [];
  const started: string[] = [];
  const readings: Reading[] = [];
  const waited: number[] = [];
  const service = {
    ...stores,
    access: {
      ...stores.access,
      recordReading: async (reading: Reading) => {
        readings.push(reading);
        await stores.access.recordReading(reading);
      },
    },
    audit: {
      ...stores.audit,
      keepStub: (stub: AlarmStub) => {
        alarms.push(stub.id);
        return stores.audit.keepStub(stub);
      },
    },
    evidence,
    mailer,
    renderDraftLink: createDraftLinkRenderer(),
    log: testLog(),
    config,
    policy: defaultPolicy,
    ...{ baseUrl, malwareScan },
    now: clock.now,
    random: testRandom(),
  };
  const workflow = {
    start: async ({ reference }: Execution) => {
      started.push(reference);
      return 'STARTED' as const;
    },
    wake: async () => 'WOKEN' as const,
    state: async () => 'RUNNING' as const,
  };
  const mine = {
    ...followMailboxes({ ...service, mailboxKey: testMailboxKey }),
    wait: async () => undefined,
  };
  const duty = { ...service, render: createNoticeRenderer() };
  const handler = oneAddress(service.log, {
    referral: serveReferral({
      ...service,
      answerReferrer: answerReferrer(service),
      mailNewLink: async () => undefined,
      mailCode: async () => true,
      agreeForwarding: agreeForwarding({ ...service, sendNotices: async () => [] }),
      ...mine,
      ...actForReferrer({ ...service, ...mine, sendNotices: async () => [] }),
    }),
    public: servingNow<SaidNow>(service.config, settingsNow(service), (config) =>
      servePublic({
        ...{ ...service, config },
        wait: async (milliseconds) => {
          waited.push(milliseconds);
        },
        readTeam: readTeam(service),
        submitReferral: submitReferral({ ...service, workflow, raiseAlarm: raiseAlarm(duty) }),
        alarmOfDraft: alarmOfDraft(duty),
        mailDraftLink: mailDraftLink(service),
        mailCode: mailCode({ ...service, renderCode: createCodeRenderer() }),
      }),
    ),
  });
  const newBrowser = () => browser(handler, baseUrl);
  return { stores, clock, evidence, mailer, service, alarms, started, readings, waited, newBrowser };
}
export type ReferWorld = ReturnType<typeof referWorld>;

/** A new draft in a browser; answers the address of the draft. */
export async function begin(using: Browser): Promise<string> {
  const { location } = await using.post('/refer', { who: 'professional' });
  return location.replace(/\/risk$/, '');
}

/** Opens a page and posts its form with these answers. */
export async function fill(using: Browser, path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
  const shown = await using.get(path);
  return using.post(path, { csrf: hidden(shown, 'csrf'), seen: hidden(shown, 'seen'), from: '', ...fields });
}

const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

/** The smallest answers that make a referral, by page. */
export const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  risk: { immediateRisk: 'no' },
  you: {
    'referrer.name': 'A. Referrer',
    'referrer.role': 'HEALTH_VISITOR',
    'referrer.email': 'referrer01@example.org',
  },
  agreement: { 'consent.parentAgreesToReferral': 'yes', 'consent.parentUnderstandsAims': 'yes' },
  child: { 'child.firstName': 'Poppy', 'child.lastName': 'Testerfield', ...date('child.dob', '10', '9', '2024') },
  'parents/1': { 'family.parents[0].name': 'Parent 01', 'family.parents[0].phone': '01632 960001' },
  home: { postcode: 'ta1 9zz', locality: 'Taunton', 'availability.weeklyHomeVisits': 'yes' },
  setting: { settingHoursPerWeek: '0' },
  tool: {
    'development.tool': 'SOGS',
    'development.gives': 'AGES',
    ...date('development.assessedOn', '10', '9', '2026'),
  },
  ages: { 'development.locomotor.age': '12', 'development.manipulative.age': '10' },
  health: { physicalDevelopmentSignificantlyAffected: 'no' },
  'evidence/1': { 'evidence[0].type': 'SOGS', 'evidence[0].title': 'Schedule of Growing Skills' },
};

/** Fills in every page but those named, and uploads the file of the document. */
export async function fillAll(world: ReferWorld, using: Browser, at: string, without: readonly string[] = []) {
  for (const [page, fields] of Object.entries(answers)) {
    if (!without.includes(page)) await fill(using, `${at}/${page}`, fields);
  }
  if (without.includes('evidence/1')) return;
  await using.get(`${at}/evidence/1/file`);
  world.evidence.upload('form', world.evidence.forms.at(-1)?.evidenceId ?? '');
}

/** Presses the button on the page of answers. */
export async function send(using: Browser, at: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const check = await using.get(`${at}/check`);
  const form = { csrf: hidden(check, 'csrf'), seen: hidden(check, 'seen'), declared: 'yes' };
  return using.post(`${at}/send`, { ...form, ...fields });
}
