import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { bodyOf } from '#test/cases.ts';
import { inFamily, subjects } from '#test/kit/words/emails.ts';
import { inTriage, statusOf } from './api.ts';
import { emptyFolder, endAll, type Service } from './service.ts';
import { signIn } from './triage.ts';
import { executionsOf, mailsAbout, move } from './window.ts';

// EventBridge promises to deliver once at least: here it delivers everything twice, to the real functions.

let instance: Instance;
let at: Service;
beforeAll(async () => {
  const data = emptyFolder();
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), deliveries: 2 });
  at = { url: instance.url, root: instance.url, data, logged: () => '', kill: instance.stop };
});
afterAll(async () => {
  await instance.stop();
  await endAll();
});

/** The emails about a referral. One to a family is told by its words: every subject to a family is the same. */
const mailsTo = async (reference: string) =>
  (await mailsAbout(at, reference)).map(({ to, subject, text }) => {
    const ofFamily = Object.values(inFamily).find((words) => text.includes(words));
    return `${to}: ${ofFamily ?? subject.replace(`Referral ${reference}: `, '')}`;
  });

test('a decision is carried out once, and each email goes once', async () => {
  const reference = await inTriage(at);
  const triager = await signIn(at, reference);
  await triager.send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT', reason: '' });
  await move(at, { advance: 'PT7M' });
  const { status, history } = await statusOf(at, reference);
  expect(status).toBe('ON_WAITING_LIST');
  expect(history.map(({ event }) => event)).toEqual([
    'RECEIVED',
    'WORKFLOW_STARTED',
    'VALIDATED',
    'CHECKED',
    'TRIAGE_OPENED',
    'DECISION_RECORDED',
    'DECISION_SETTLED',
    'LISTED',
    'TOLD',
  ]);
  const mails = await mailsTo(reference);
  expect(mails).toEqual([...new Set(mails)]);
  expect((await executionsOf(at)).filter(({ name }) => name.startsWith(reference))).toHaveLength(1);
});

test('a bounce is noted once', async () => {
  const referrer = { ...Object(bodyOf('C01', []).referrer), email: 'bounce-1@example.org' };
  const reference = await inTriage(at, { referrer });
  await move(at, { advance: 'PT2M' });
  const { history } = await statusOf(at, reference);
  expect(history.filter(({ event }) => event === 'NOTICE_FAILED')).toHaveLength(1);
});

test('people who do not decide are reminded once each time', async () => {
  const reference = await inTriage(at);
  await move(at, { advance: 'P9D' });
  const mails = await mailsTo(reference);
  // Digests of one morning go side by side, so either may be first.
  expect([...mails.slice(0, 4), ...mails.slice(4).sort()]).toEqual([
    `referrer01@example.org: ${subjects.received}`,
    `triage-1@example.org: ${subjects.triage}`,
    `triage-2@example.org: ${subjects.triage}`,
    `parent01@example.org: ${inFamily.receipt}`,
    expect.stringMatching(`^triage-1@example.org: ${subjects.digest}`),
    expect.stringMatching(`^triage-2@example.org: ${subjects.digest}`),
  ]);
});
