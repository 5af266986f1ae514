import { expect, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { askedUsToWithdraw } from '#test/kit/words/emails.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer } from './road.ts';

const REFERRER = 'referrer01@example.org';
const manager = personActor('pat', 'Pat Hill', 'service manager');
const reason = 'They rang: meant for another child';

test('a referral that a manager withdraws ends its workflow, and the referrer reads that they had asked for it', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');

  expect(await one.withdrawForReferrer({ reference, reason }, manager)).toEqual({ kind: 'DONE' });
  await one.sweep();

  expect(await caseOf(one, reference)).toMatchObject({ status: 'WITHDRAWN', next: 'DONE', parked: null });
  const told = one.mail.findLast(({ to }) => to === REFERRER);
  expect(told?.text).toContain(`${askedUsToWithdraw} ${reference}`);
  expect(told?.text).not.toMatch(/They rang|Pat Hill/);
  expect(await one.withdrawForReferrer({ reference, reason }, manager)).toEqual({ kind: 'SAME' });
});

test('a child who waits on a list keeps the place, and no one is told anything', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.sweep();
  const sent = one.mail.length;

  expect(await one.withdrawForReferrer({ reference, reason }, manager)).toEqual({ kind: 'REFUSED', why: 'LISTED' });
  await one.sweep();

  expect([(await caseOf(one, reference)).status, one.mail.length]).toEqual(['ON_WAITING_LIST', sent]);
});
