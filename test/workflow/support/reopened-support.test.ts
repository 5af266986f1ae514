import { expect, test } from 'vitest';
import { reopenSupport } from '#application/support/reopen-support.ts';
import { claimKey, instance } from '../instance.ts';
import { caseOf, refer } from '../road.ts';
import { manager, slot, supportOf } from './offered.ts';
import { visitNow, visitsAccepted } from './visited.ts';

type Instance = ReturnType<typeof instance>;

const gate = { channels: [], met: '', referrerTold: '', visitorTold: '', safeguarding: '', gateName: '' };
const closing = { why: 'MOVED_AWAY', report: 'She walks', gate };
const mistake = { reason: 'Another child was meant', told: 'yes' };
const told = (one: Instance) =>
  one.mail.filter(({ tags }) => /^OUTCOME_SUPPORT_CLOSED/.test(tags.noticeId ?? '')).length;

/** A child who had the initial visit and one session, whose support was closed, and everyone was told. */
async function closed(one: Instance) {
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  await visitNow(one, reference);
  const before = await supportOf(one, reference);
  await one.closeSupport(reference, closing, manager);
  await one.sweep();
  await one.drain();
  await one.sweep();
  return { reference, before };
}

test('a support closed by mistake goes on with its slot and its dates, and its next end is told anew', async () => {
  const one = instance();
  const { reference, before } = await closed(one);
  expect(await one.reopenSupport(reference, mistake, manager)).toEqual({ kind: 'DONE' });
  const after = await supportOf(one, reference);
  expect(after).toMatchObject({ status: 'STARTED', next: 'BLOCK', started: before.started });
  expect(after.block?.visits).toEqual(before.block?.visits.filter(({ outcome }) => outcome));
  expect((await one.slots.readSlot(slot.id))?.claim).toMatchObject({ reference, offer: after.offers.at(-1)?.id });
  const theCase = await caseOf(one, reference);
  expect(theCase).toMatchObject({ shown: 'IN_SUPPORT', reopened: { times: 1 } });
  expect(theCase.closed).toBeUndefined();
  expect(theCase.history.findLast(({ event }) => event === 'SUPPORT_REOPENED')).toMatchObject({
    ...{ by: manager, text: mistake.reason },
  });

  await one.planVisit(reference, { on: '2026-10-20', at: '09:30', where: 'HOME' }, manager);
  await visitNow(one, reference);
  await one.closeSupport(reference, closing, manager);
  await one.sweep();
  await one.drain();
  expect([told(one), (await caseOf(one, reference)).shown]).toEqual([2, 'CLOSED']);
});

test('it goes on at times to be agreed where another child has the slot by now (late)', async () => {
  const one = instance();
  const { reference } = await closed(one);
  await one.slots.claimSlot(slot.id, { offer: 'O00000000000000b2', reference: '23456789CDF', at: one.clock.now() });
  await one.reopenSupport(reference, mistake, manager);
  const { status, block } = await supportOf(one, reference);
  expect([status, block?.weekly]).toEqual(['STARTED', undefined]);
});

test('it is reopened once, however often it is sent (twice)', async () => {
  const one = instance();
  const { reference } = await closed(one);
  await one.reopenSupport(reference, mistake, manager);
  const again = await one.reopenSupport(reference, mistake, manager);
  expect([again, (await caseOf(one, reference)).reopened?.times]).toEqual([{ kind: 'REFUSED', why: 'NOT_CLOSED' }, 1]);
});

test('it is finished by the sweeper where a crash came before the support was taken up (half-finished)', async () => {
  const one = instance();
  const { reference } = await closed(one);
  const isDown = async () => Promise.reject(new Error('The table cannot be reached.'));
  const broken = reopenSupport({
    ...one,
    claimKey,
    now: one.clock.now,
    supports: { ...one.supports, saveSupport: isDown },
  });
  await expect(broken(reference, mistake, manager)).rejects.toThrow();
  expect((await supportOf(one, reference)).status).toBe('ENDED');
  await one.sweep();
  expect((await supportOf(one, reference)).status).toBe('STARTED');
});

test('it is refused before people are told that it has ended, and after 6 months (early, late)', async () => {
  const one = instance();
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  await visitNow(one, reference);
  await one.closeSupport(reference, closing, manager);
  expect(await one.reopenSupport(reference, mistake, manager)).toEqual({ kind: 'REFUSED', why: 'STILL_TELLING' });
  await one.sweep();
  await one.drain();
  one.clock.advanceMinutes(60 * 24 * 190);
  expect(await one.reopenSupport(reference, mistake, manager)).toEqual({ kind: 'REFUSED', why: 'TOO_LATE' });
});

test('it is refused once the child is referred again: that referral keeps the dates (out of order)', async () => {
  const one = instance();
  const { reference } = await closed(one);
  await refer(one, 'C01', {}, 'again');
  expect(await one.reopenSupport(reference, mistake, manager)).toEqual({ kind: 'REFUSED', why: 'REFERRED_AGAIN' });
  expect((await caseOf(one, reference)).shown).toBe('CLOSED');
});

test('it needs a reason, and that family and referrer were told (half-finished)', async () => {
  const one = instance();
  const { reference } = await closed(one);
  const result = await one.reopenSupport(reference, { reason: ' ', told: '' }, manager);
  expect('problems' in result ? result.problems.map(({ code }) => code) : []).toEqual([
    'REASON_MISSING',
    'TOLD_MISSING',
  ]);
  expect((await supportOf(one, reference)).status).toBe('ENDED');
});
