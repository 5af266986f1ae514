import { expect, test } from 'vitest';
import { afterNotifying } from '#domain/case/after-step.ts';
import { decisionRecorded, decisionSettled } from '#domain/case/decide.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { quarantined } from '#domain/case/suspicion.ts';
import { taskOpened } from '#domain/case/task.ts';
import { stepResult } from '#domain/case/waiting.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

const at = '2026-09-24T08:00:00.000Z';
const moment = { now: at, policyVersion: 1 };
const facts = { reference: 'REF1', caller: 'form', receivedAt: at, referralOn: '2026-09-24' };
const decider = { reason: '', by: personActor('sam', 'Sam Field', 'Portage practitioner') };

function held() {
  const received = receivedCase({ ...facts, isSuspect: true }, 1);
  const opening = { kind: 'SUSPICIOUS', token: 'token', recipients: ['triage-1@example.org'] } as const;
  return taskOpened(quarantined(received, moment), moment, opening, defaultPolicy);
}

function decided(outcome: 'GENUINE_REFERRAL' | 'NOT_A_REFERRAL') {
  const theCase = held();
  if (!theCase.task) throw new Error('No task is open.');
  const recorded = decisionRecorded(theCase, theCase.task, moment, { outcome, ...decider }, 5);
  return decisionSettled(recorded, { now: '2026-09-24T08:05:00.000Z', policyVersion: 1 });
}

test('a referral that no one suspects carries no mark, so cases stored before there were marks are the same', () => {
  expect(Object.keys(receivedCase(facts, 1))).not.toContain('suspicion');
});

test('a suspicious one waits for a person, reminded as for a possible duplicate', () => {
  expect(held()).toMatchObject({ status: 'HELD_FOR_A_PERSON', next: 'QUARANTINE', task: { kind: 'SUSPICIOUS' } });
  expect(stepResult(held(), at, defaultPolicy)).toEqual({ code: 'QUARANTINE', waitSeconds: 4 * 86_400 });
});

test.each([
  ['GENUINE_REFERRAL', { status: 'RECEIVED', next: 'VALIDATE', outcome: null, suspicion: 'CLEARED' }],
  ['NOT_A_REFERRAL', { status: 'NOT_ACCEPTED', next: 'NOTIFY', outcome: 'NOT_A_REFERRAL', suspicion: 'STANDS' }],
] as const)('%s is followed by its road', (outcome, after) => {
  expect(decided(outcome)).toMatchObject({ ...after, task: null, outbox: [{ kind: 'WAKE', token: 'token' }] });
});

test('one that is none ends with an event that says that no one was written to', () => {
  const closed = decided('NOT_A_REFERRAL');
  expect(closed && afterNotifying(closed, moment).history.at(-1)?.event).toBe('CLOSED_UNTOLD');
});
