import { expect, test } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { subjects } from '#test/kit/words/emails.ts';
import { states } from '#test/kit/words/states.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, nextDigest, statesOf, waitInVain } from './road.ts';

/** C01 as a suspicious draft sends it, as far as the workflow can go with it. */
async function suspected(one = instance()) {
  one.evidence.upload('form', 'evidence-1');
  const body = bodyOf('C01', ['evidence-1']);
  const result = await one.submit({ caller: 'form', idempotencyKey: 'draft-1-1', body, isSuspect: true });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return { one, reference: result.reference };
}

test('a suspicious referral is stored and held, and only the team is written to', async () => {
  const { one, reference } = await suspected();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'HELD_FOR_A_PERSON', task: { kind: 'SUSPICIOUS' } });
  expect((await one.referrals.readReferral(reference))?.body).toBeDefined();
  expect(one.mail.map(({ to }) => to)).toEqual(['triage-1@example.org', 'triage-2@example.org']);
  expect(one.mail[0]?.subject).toBe(`Referral ${reference}: ${subjects.isItReal}`);
});

test('released, it goes the road of any other from its beginning: acknowledged once, checked, to triage', async () => {
  const { one, reference } = await suspected();
  await decideForGood(one, reference, 'GENUINE_REFERRAL');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', suspicion: 'CLEARED', outcome: null });
  expect(one.mail.filter(({ subject }) => subject.endsWith(subjects.received))).toHaveLength(1);
  expect((await caseOf(one, reference)).events.filter((event) => event === 'WORKFLOW_STARTED')).toHaveLength(1);
  expect(statesOf(one, `${reference}-intake-1`)).toEqual([
    states.validate,
    states.check,
    states.decide,
    states.suspicious,
    states.decide,
    states.validate,
    states.check,
    states.decide,
    states.triage,
  ]);
});

test('one that is no referral is closed with the reason, and its referrer is never written to', async () => {
  const { one, reference } = await suspected();
  await decideForGood(one, reference, 'NOT_A_REFERRAL');
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'NOT_ACCEPTED',
    outcome: 'NOT_A_REFERRAL',
    next: 'DONE',
    outbox: [],
    decisions: [{ reason: 'As the team agreed', kind: 'SUSPICIOUS' }],
  });
  expect(one.mail.map(({ to }) => to)).toEqual(['triage-1@example.org', 'triage-2@example.org']);
});

test('while no one looks (late) the team is reminded, then the manager, then an operator, and never the referrer', async () => {
  const { one, reference } = await suspected();
  for (const _ of [1, 2, 3, 4]) {
    await waitInVain(one);
    await nextDigest(one);
  }
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  expect(new Set(one.mail.map(({ to }) => to))).toEqual(
    new Set(['triage-1@example.org', 'triage-2@example.org', 'manager@example.org']),
  );
});

test('decided after it was parked (late), it still goes its road', async () => {
  const { one, reference } = await suspected();
  for (const _ of [1, 2, 3, 4]) await waitInVain(one);
  await decideForGood(one, reference, 'GENUINE_REFERRAL');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', run: 2 });
  expect(one.mail.filter(({ subject }) => subject.endsWith(subjects.received))).toHaveLength(1);
});
