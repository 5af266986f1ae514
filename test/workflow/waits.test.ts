import { expect, test } from 'vitest';
import { changeTeam } from '#application/access/change-team.ts';
import { MACHINE, referrerActor } from '#domain/people/actor.ts';
import { testConfig } from '#test/http/service-config.ts';
import { digestLines, noOperator, subjects } from '#test/kit/words/emails.ts';
import { states } from '#test/kit/words/states.ts';
import { answerBy } from '#web/referral/status/awaited.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, letRetriesRun, nextDigest, refer, statesOf, waitInVain } from './road.ts';

const subjectsTo = (one: ReturnType<typeof instance>, to: string) => one.mail.filter((mail) => mail.to === to).length;

/** The digests that went to someone and say this of a referral. */
const digestsTo = (one: ReturnType<typeof instance>, to: string, reference: string, line: string) =>
  one.mail.filter((mail) => mail.to === to && mail.text.includes(`Referral ${reference}: ${line}`)).length;

test('triage that no one decides is in the digest of the morning on which it is late, then escalated there', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const first = subjectsTo(one, 'triage-1@example.org');
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-09-29T08:00:00.000Z');
  await nextDigest(one);
  expect(one.clock.now()).toBe('2026-09-29T08:10:00.000Z');
  expect(subjectsTo(one, 'triage-1@example.org')).toBe(first + 1);
  expect(digestsTo(one, 'triage-1@example.org', reference, digestLines.triageAgain)).toBe(1);
  expect(subjectsTo(one, 'manager@example.org')).toBe(0);
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-05T08:00:00.000Z');
  await nextDigest(one);
  expect(one.clock.now()).toBe('2026-10-05T08:10:00.000Z');
  expect(digestsTo(one, 'manager@example.org', reference, digestLines.noOneDecided)).toBe(1);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', task: { round: 2 } });
});

test('after the last reminder the case is parked, stays undecided, and a decision still counts', async () => {
  const one = instance({ policy: { triageReminderDays: [1, 1] } });
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  await waitInVain(one);
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'PARKED',
    parked: { why: 'NOBODY_DECIDED' },
    outcome: null,
  });
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', run: 2, next: 'DONE' });
  expect(statesOf(one, `${reference}-intake-2`)).toEqual([
    states.validate,
    states.check,
    states.decide,
    states.list,
    states.tell,
  ]);
});

test('a case that no one decides is never silent: two months on, the team, the manager and the referrer still hear of it', async () => {
  const one = instance({ policy: { triageReminderDays: [1, 1, 1] } });
  const reference = await refer(one, 'C01');
  for (let wait = 0; wait < 3; wait += 1) await waitInVain(one);
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  const sent = (to: string, subject: string) =>
    one.mail.filter((mail) => mail.to === to && mail.subject.endsWith(subject)).length;
  const toReferrer = () =>
    [subjects.noDecisionYet, subjects.stillNoDecision].map((subject) => sent('referrer01@example.org', subject));
  expect(toReferrer()).toEqual([1, 1]);
  await nextDigest(one);
  expect(digestsTo(one, 'triage-1@example.org', reference, digestLines.stillNoDecision)).toBe(1);
  for (let hour = 0; hour < 60 * 24; hour += 1) {
    one.clock.advanceMinutes(60);
    await one.sweep();
  }
  expect(digestsTo(one, 'triage-1@example.org', reference, digestLines.stillNoDecision)).toBe(9);
  expect(digestsTo(one, 'manager@example.org', reference, digestLines.stillNoDecision)).toBe(9);
  expect(toReferrer()).toEqual([1, 3]);
  expect((await caseOf(one, reference)).events.filter((event) => event === 'STILL_PARKED')).toHaveLength(9);
  await decideForGood(one, reference, 'DECLINE');
  const mails = one.mail.length;
  one.clock.advanceMinutes(60 * 24 * 30);
  await one.sweep();
  // The family has had our email, so no one is asked to have them told.
  expect((await caseOf(one, reference)).told).toMatchObject([{ about: 'ENDED', how: 'BY_EMAIL' }]);
  expect(one.mail.slice(mails).map(({ to }) => to)).toEqual([]);
});

test('a fault that lasts is told to the service manager and the referrer, one that is mended the same day to no one', async () => {
  const one = instance({ fault: (name) => (name === 'check-referral' ? new Error('Broken.') : undefined) });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  expect(one.mail.map(({ subject }) => subject)).toEqual([`Referral ${reference}: ${subjects.received}`]);
  const before = one.mail.length;
  one.clock.advanceMinutes(60 * 24);
  await one.sweep();
  await one.sweep();
  const since = one.mail.slice(before).map(({ to, subject }) => [to, subject.replace(`Referral ${reference}: `, '')]);
  expect(since).toEqual([['referrer01@example.org', subjects.delayedByFault]]);
  await nextDigest(one);
  expect(digestsTo(one, 'manager@example.org', reference, digestLines.heldUp)).toBe(1);
});

test('a reminder that falls into the undo window refuses nothing and asks no one again', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const dueAt = one.engine.nextDueAt() ?? 0;
  one.clock.advanceMinutes((dueAt - Date.parse(one.clock.now())) / 60_000 - 2);
  expect((await decide(one, reference, 'DECLINE')).kind).toBe('RECORDED');
  const before = one.mail.length;
  one.clock.advanceMinutes(2);
  await one.drain();
  expect(one.mail.length).toBe(before);
  one.clock.advanceMinutes(3);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'DECLINED', next: 'DONE', run: 1 });
});

test('a possible duplicate that no one looks at is reminded and at last parked', async () => {
  const one = instance({
    at: '2026-10-02T08:00:00.000Z',
    policy: { duplicateReminderDays: [1, 1], triageReminderDays: [300] },
  });
  await refer(one, 'C01');
  const second = await refer(one, 'C24');
  await waitInVain(one);
  expect((await caseOf(one, second)).task?.round).toBe(1);
  await waitInVain(one);
  expect(await caseOf(one, second)).toMatchObject({ shown: 'PARKED', status: 'HELD_AS_DUPLICATE' });
});

test('a referrer who does not answer a question of the team is reminded, then the team goes on', async () => {
  const one = instance({ policy: { referrerReminderDays: [7, 7] } });
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  const before = subjectsTo(one, 'referrer01@example.org');
  await waitInVain(one);
  expect(subjectsTo(one, 'referrer01@example.org')).toBe(before + 1);
  await waitInVain(one);
  const after = await caseOf(one, reference);
  expect(after).toMatchObject({ shown: 'IN_TRIAGE', task: { kind: 'TRIAGE' } });
  expect(after.events).toContain('REFERRER_DID_NOT_ANSWER');
});

test('an answer late in the evening of the day that the referrer was told is in time', async () => {
  const one = instance({ policy: { referrerReminderDays: [7, 7] } });
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  await waitInVain(one);
  const { task, ...theCase } = await caseOf(one, reference);
  expect(task && answerBy({ ...theCase, task }, task, one.policy)).toBe('8 October 2026');
  one.clock.advanceMinutes((Date.parse('2026-10-08T22:30:00.000Z') - Date.parse(one.clock.now())) / 60_000);
  await one.sweep();
  const answer = { by: referrerActor(), reference, taskId: task?.id ?? 'none', text: 'She plays alone', evidence: [] };
  expect((await one.answer(answer)).kind).toBe('ANSWERED');
});

test('with days of grace a referral without evidence waits for it, and the rule stops it only then', async () => {
  const one = instance({ policy: { evidenceGraceDays: 3 }, at: '2026-10-12T09:00:00.000Z' });
  const reference = await refer(one, 'C08');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'AWAITING_REFERRER', ask: { why: 'NO_EVIDENCE_YET' } });
  await waitInVain(one);
  expect(one.clock.now()).toBe('2026-10-15T09:00:00.000Z');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' });
});

test('evidence that comes within the days of grace takes the referral to triage', async () => {
  const one = instance({ policy: { evidenceGraceDays: 3 }, at: '2026-10-12T09:00:00.000Z' });
  const reference = await refer(one, 'C08');
  one.evidence.upload('caller-1', 'late-evidence');
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  await one.answer({
    by: referrerActor(),
    reference,
    taskId,
    text: '',
    evidence: [{ evidenceId: 'late-evidence', type: 'SOGS', title: 'Form' }],
  });
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'IN_TRIAGE',
    reasons: expect.arrayContaining(['DELAY_MET_IN_2_AREAS']),
  });
});

test.each([
  ['harmful', { scan: 'HARMFUL' }, 'EVIDENCE_HARMFUL'],
  ['of another type than declared', { contentType: 'image/png' }, 'EVIDENCE_UNREADABLE'],
] as const)(
  'evidence that is %s is asked for again, and without an answer people decide',
  async (_what, file, code) => {
    const one = instance({ policy: { referrerReminderDays: [7] } });
    const reference = await refer(one, 'C01', file);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'AWAITING_REFERRER',
      ask: { why: 'EVIDENCE_FAILED', failed: [{ index: 0, code }] },
    });
    await waitInVain(one);
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', flags: ['EVIDENCE_NOT_USABLE'] });
  },
);

test('evidence in place of what failed takes the referral to triage', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'HARMFUL' });
  one.evidence.upload('caller-1', 'clean-evidence');
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  await one.answer({
    by: referrerActor(),
    reference,
    taskId,
    text: '',
    evidence: [{ evidenceId: 'clean-evidence', type: 'SOGS', title: 'Form' }],
  });
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', checks: 2 });
});

test('a scan without a result is waited for about ten minutes, then people see the referral with a flag', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'PENDING' });
  expect((await caseOf(one, reference)).shown).toBe('RECEIVED');
  for (let tries = 0; tries < 25 && (await caseOf(one, reference)).next === 'CHECK'; tries += 1) {
    one.clock.advanceMinutes(0.5);
    await one.drain();
  }
  expect(one.clock.now()).toBe('2026-09-24T08:10:00.000Z');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', flags: ['EVIDENCE_SCAN_PENDING'] });
});

test('a scan that finishes while it is waited for lets the referral go on', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'PENDING' });
  one.evidence.upload('caller-1', 'C01-evidence-0', { scan: 'CLEAN' });
  one.clock.advanceMinutes(0.5);
  await one.drain();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', flags: [] });
});

/** Has someone with the role of an operator join the team. */
async function withOperator(one: ReturnType<typeof instance>) {
  const change = changeTeam({ team: one.team, config: testConfig, now: one.clock.now });
  const mailbox = 'operator@example.org';
  await change({ change: 'JOIN', id: 'op', name: 'Olu', mailbox, roles: ['OPERATOR'] }, MACHINE);
  const toOperator = () => one.mail.filter(({ to }) => to === mailbox);
  return { toOperator };
}

test('the operator is told after the service manager, once, on a working morning, and nothing is decided', async () => {
  const one = instance();
  const { toOperator } = await withOperator(one);
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  await waitInVain(one);
  expect(toOperator()).toEqual([]);
  await waitInVain(one);
  const [mail, ...others] = toOperator();
  expect([mail?.subject, others]).toEqual([`Referral ${reference}: ${subjects.toOperator}`, []]);
  expect(mail?.text).not.toMatch(/Poppy|Testerfield|\/triage\/l\//);
  expect(one.clock.now()).toMatch(/T0[78]:00:00/);
  await waitInVain(one);
  expect(toOperator()).toHaveLength(1);
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({ shown: 'IN_TRIAGE', outcome: null });
  const escalations = theCase.history.flatMap((event) => (event.event === 'ESCALATED' ? [event] : []));
  expect(escalations).toMatchObject([{ to: 'SERVICE_MANAGER' }, { to: 'OPERATOR' }]);
});

test('the operator is told when a case is parked that had fewer reminders, and the service manager where no one is one', async () => {
  const one = instance({ policy: { triageReminderDays: [1, 1] } });
  const { toOperator } = await withOperator(one);
  const reference = await refer(one, 'C01');
  for (let wait = 0; wait < 2; wait += 1) await waitInVain(one);
  await one.sweep();
  expect(toOperator()).toHaveLength(1);
  expect((await caseOf(one, reference)).events).toContain('ESCALATED');
  const another = instance();
  const second = await refer(another, 'C01');
  for (let wait = 0; wait < 3; wait += 1) await waitInVain(another);
  await nextDigest(another);
  expect(digestsTo(another, 'manager@example.org', second, digestLines.noOneDecided)).toBe(1);
  expect(another.mail.filter(({ to, text }) => to === 'manager@example.org' && text.includes(noOperator))).toHaveLength(
    1,
  );
});

test('which reminder asks the service manager, and which tells the operator, is policy', async () => {
  const one = instance({ policy: { managerAtReminder: 1, operatorAtReminder: 2 } });
  const { toOperator } = await withOperator(one);
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  await nextDigest(one);
  expect(digestsTo(one, 'manager@example.org', reference, digestLines.noOneDecided)).toBe(1);
  await waitInVain(one);
  expect(toOperator()).toHaveLength(1);
});
