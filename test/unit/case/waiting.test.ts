import { expect, test } from 'vitest';
import { receivedCase } from '#domain/case/receive.ts';
import { taskOpened } from '#domain/case/task.ts';
import { stepResult } from '#domain/case/waiting.ts';
import { defaultPolicy } from '#domain/policy.ts';

const at = '2026-09-24T08:00:00.000Z';
const received = receivedCase({ reference: 'REF1', caller: 'c', receivedAt: at, referralOn: '2026-09-24' }, 1);
const opening = { kind: 'TRIAGE', token: 'a token', recipients: ['triage-1@example.org'] } as const;
const open = (now: string) =>
  taskOpened({ ...received, next: 'TRIAGE' }, { now, policyVersion: 1 }, opening, defaultPolicy);

test('the first wait ends five days on at eight in the morning, London', () => {
  expect(open(at).task?.dueAt).toBe('2026-09-29T07:00:00.000Z');
  expect(open('2026-10-22T12:00:00.000Z').task?.dueAt).toBe('2026-10-27T08:00:00.000Z');
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
  expect(again.task?.dueAt).toBe('2026-10-06T07:00:00.000Z');
});
