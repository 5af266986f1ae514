import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { receivedCase } from '#domain/case/receive.ts';
import { taskOpened } from '#domain/case/task.ts';
import { stepResult } from '#domain/case/waiting.ts';
import { defaultPolicy, policyWith } from '#domain/service/policy.ts';

const at = '2026-09-24T08:00:00.000Z';
const received = receivedCase({ reference: 'REF1', caller: 'c', receivedAt: at, referralOn: '2026-09-24' }, 1);
const opening = { kind: 'TRIAGE', token: 'a token', recipients: ['triage-1@example.org'] } as const;
const open = (now: string) =>
  taskOpened({ ...received, next: 'TRIAGE' }, { now, policyVersion: 1 }, opening, defaultPolicy);

test('the first wait ends five days on at nine in the morning, London', () => {
  expect(open(at).task?.dueAt).toBe('2026-09-29T08:00:00.000Z');
  expect(open('2026-10-22T12:00:00.000Z').task?.dueAt).toBe('2026-10-27T09:00:00.000Z');
});

test.each([
  ['a Sunday, at eight as it used to', '2026-09-29T08:00:00.000Z', '2026-10-05T08:00:00.000Z'],
  ['a Saturday', '2026-09-28T08:00:00.000Z', '2026-10-05T08:00:00.000Z'],
  ['the Monday kept for Boxing Day', '2026-12-23T09:00:00.000Z', '2026-12-29T09:00:00.000Z'],
  ['Good Friday', '2027-03-21T09:00:00.000Z', '2027-03-30T08:00:00.000Z'],
  ['the Sunday on which summer time begins', '2027-03-23T09:00:00.000Z', '2027-03-30T08:00:00.000Z'],
])('a wait that would end on %s ends on the next working morning', (_day, now, dueAt) => {
  expect(open(now).task?.dueAt).toBe(dueAt);
});

test('a wait does not end on a day on which the service is closed', () => {
  const moment = { now: '2026-12-19T09:00:00.000Z', policyVersion: 1 };
  const dueAt = (closedOn: string[]) =>
    taskOpened({ ...received, next: 'TRIAGE' }, moment, opening, policyWith({}, closedOn)).task?.dueAt;
  expect(dueAt([])).toBe('2026-12-24T09:00:00.000Z');
  expect(dueAt(['2026-12-24'])).toBe('2026-12-29T09:00:00.000Z');
});

test('the machine goes on by itself when the days of grace end, on a Sunday too, and reminds no one then', () => {
  const ask: Case['ask'] = { why: 'NO_EVIDENCE_YET', question: '', failed: [], untilAt: '2026-09-27T08:00:00.000Z' };
  const waits: Case = { ...received, next: 'ASK_REFERRER', ask };
  const asking = taskOpened(waits, { now: at, policyVersion: 1 }, { ...opening, kind: 'REFERRER' }, defaultPolicy);
  expect(asking.task?.dueAt).toBe('2026-09-27T08:00:00.000Z');
});

test('a wait that is taken up again after midnight still ends when people were told it would', () => {
  const before = open('2026-09-24T22:59:59.990Z');
  const later = '2026-09-24T23:00:00.010Z';
  const again = taskOpened(before, { now: later, policyVersion: 1 }, { ...opening, token: 'another' }, defaultPolicy);
  expect(again.task?.dueAt).toBe(before.task?.dueAt);
  const { waitSeconds } = stepResult(before, later, defaultPolicy);
  expect(Date.parse(later) + waitSeconds * 1000).toBeGreaterThanOrEqual(Date.parse(before.task?.dueAt ?? ''));
});

test('a wait whose end has passed gets a new one', () => {
  const again = taskOpened(open(at), { now: '2026-10-01T08:00:00.000Z', policyVersion: 1 }, opening, defaultPolicy);
  expect(again.task?.dueAt).toBe('2026-10-06T08:00:00.000Z');
});
