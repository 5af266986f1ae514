import { expect, test } from 'vitest';
import { targetDate } from '#domain/lists/target.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood, refer } from './road.ts';
import { manager, supportOf } from './support/offered.ts';
import { visitNow, visitsAccepted } from './support/visited.ts';

const DAY = 24 * 60;

/** A child whom the team accepts by a decision that is entered this many days after the referral, as made at a meeting on that day. */
async function acceptedBy(meetingOn: string, days: number) {
  const one = instance();
  const reference = await refer(one, 'C01');
  one.clock.advanceMinutes(days * DAY);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT', 'As agreed', { meetingOn, present: 'Bo Harper' });
  await one.drain();
  return { one, ...(await caseOf(one, reference)) };
}

test('a decision of a meeting that is entered later accepts the child from the day of the meeting', async () => {
  const { one, list } = await acceptedBy('2026-09-25', 6);

  expect(list?.acceptedOn).toBe('2026-09-25');
  expect(list?.targetOn).toBe(targetDate('2026-09-25', one.policy));
});

test('a meeting before the referral accepts no one from its day', async () => {
  const { list } = await acceptedBy('2026-09-21', 6);

  expect(list?.acceptedOn).toBe('2026-09-30');
});

test('a visit on another day than planned is moved to its day, also a past one, and the support begins on that day', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  one.clock.advanceMinutes(9 * DAY);
  await one.planVisit(reference, { on: '2026-10-05', at: '14:00', where: 'HOME' }, manager);
  await visitNow(one, reference);
  const { started, block } = await supportOf(one, reference);

  expect(started?.on).toBe('2026-10-05');
  expect(block?.visits.map(({ on }) => on)).toEqual(['2026-09-29', '2026-10-05', '2026-10-13']);
});

test('two sessions of a time without the service are entered one after the other, each on its day', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  one.clock.advanceMinutes(16 * DAY);
  await visitNow(one, reference);
  await visitNow(one, reference);
  const { block } = await supportOf(one, reference);

  expect(block?.visits.map(({ on }) => on)).toEqual(['2026-09-29', '2026-10-06', '2026-10-13', '2026-10-20']);
});
