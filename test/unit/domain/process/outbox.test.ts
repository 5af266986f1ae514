import { expect, test } from 'vitest';
import { type Case, caseSchema } from '#domain/case/case.ts';
import { applyChange } from '#domain/case/change.ts';
import { caseDueAt, caseRow } from '#domain/case/index-keys.ts';
import { withdrawn } from '#domain/case/withdraw.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { inTriage } from '#test/http/referral/standings.ts';

const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };
const later = { kind: 'TELL_ANOTHER_MACHINE', about: 'x' };

/** A case that owes something, and only a later release knows what. */
function owing(): Case {
  return caseSchema.parse({ ...inTriage, outbox: [later] });
}

test('a message of a later release stays owed whatever this release delivers or ticks off', () => {
  expect(applyChange(owing(), moment, { outbox: [] }).outbox).toEqual([later]);
  expect(applyChange(owing(), moment, { outbox: [{ kind: 'START', run: 2 }] }).outbox).toEqual([
    { kind: 'START', run: 2 },
    later,
  ]);
});

test('it neither brings the case to the sweeper each minute nor counts as owed for long', () => {
  expect(caseDueAt(owing())).toBe(inTriage.moveBy);
  expect(caseRow(owing()).owedSince).toBeUndefined();
});

test('it does not keep the wake-up from a workflow whose referral is withdrawn', () => {
  const after = withdrawn(owing(), moment, { reason: 'They have moved', by: referrerActor() });
  expect(after?.outbox).toEqual([{ kind: 'WAKE', token: 'token' }, later]);
});

test('a message of this release without its fields is refused (malformed)', () => {
  expect(caseSchema.safeParse({ ...inTriage, outbox: [{ kind: 'WAKE' }] }).success).toBe(false);
});
