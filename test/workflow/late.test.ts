import { expect, test } from 'vitest';
import { agreeForwarding } from '#application/intake/agree-forwarding.ts';
import type { SendNotices } from '#application/notices/send-notices.ts';
import { parkCase } from '#application/operations/park-case.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer, waitInVain } from './road.ts';

test('a late try of an earlier run to park does not park the run that took over (out of order)', async () => {
  const one = instance({ policy: { triageReminderDays: [1] } });
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  await one.restart({ reference, by: 'An operator' });
  await one.sweep();
  const park = parkCase({ cases: one.cases, supports: one.supports, policy: one.policy, now: one.clock.now });
  await park({ referralId: reference, executionName: `${reference}-intake-1`, error: 'Bug' });
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', run: 2, parked: null });
});

test('the same answer again is not told that it came too late (twice)', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'REQUEST_INFORMATION');
  const answer = {
    reference,
    taskId: (await caseOf(one, reference)).task?.id ?? 'none',
    text: 'Since spring',
    by: referrerActor(),
    evidence: [],
  };
  expect(await one.answer(answer)).toEqual({ kind: 'ANSWERED' });
  expect(await one.answer(answer)).toEqual({ kind: 'ANSWERED' });
  expect(await one.answer({ ...answer, text: 'Since autumn' })).toEqual({ kind: 'CLOSED' });
  expect((await caseOf(one, reference)).answers).toHaveLength(1);
});

test('an agreement that was cut off before the email is recorded, and the email goes at the next press', async () => {
  const one = instance({ at: '2026-10-06T09:00:00.000Z' });
  const reference = await refer(one, 'C03');
  const sent: string[] = [];
  const sendNotices: SendNotices = async (moment) => {
    sent.push(moment);
    if (sent.length === 1) throw new Error('cut off');
    return [];
  };
  const agree = agreeForwarding({ ...one, sendNotices, config: testConfig, now: one.clock.now });
  await expect(agree({ reference, by: 'referrer' })).rejects.toThrow('cut off');
  expect((await caseOf(one, reference)).events).toContain('FORWARDING_AGREED');
  expect(await agree({ reference, by: 'referrer' })).toBe('ALREADY');
  expect(await agree({ reference, by: 'referrer' })).toBe('ALREADY');
  expect(sent).toEqual(['SHARED', 'SHARED']);
});

test('a referral that was not redirected is not forwarded (hostile)', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const sendNotices = async () => {
    throw new Error('must not be reached');
  };
  const agree = agreeForwarding({ ...one, sendNotices, config: testConfig, now: one.clock.now });
  expect(await agree({ reference, by: 'referrer' })).toBe('CLOSED');
});
