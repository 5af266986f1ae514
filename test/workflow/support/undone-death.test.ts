import { expect, test } from 'vitest';
import { closeSupport } from '#application/support/close-support.ts';
import { attended, inGroupSince } from '#domain/support/attendance.ts';
import { instance } from '../instance.ts';
import { caseOf } from '../road.ts';
import { answer, manager, OFFER, offered, slot, supportOf } from './offered.ts';
import { visitNow, visitsAccepted } from './visited.ts';

type Instance = ReturnType<typeof instance>;

/** It is recorded that the child has died. */
async function died(one: Instance, reference: string) {
  await one.died({ reference, by: manager });
  await one.sweep();
}

/** And that this was a mistake. */
async function undone(one: Instance, reference: string) {
  await one.undoDied({ reference, by: manager, reason: 'Another child' });
  await one.sweep();
}

/** Another child has the slot by now. */
async function taken(one: Instance, id: string) {
  await one.slots.claimSlot(id, { offer: 'O00000000000000b2', reference: '23456789CDF', at: one.clock.now() });
}

/** A child who came to one session of a group. */
async function inGroup(one: Instance) {
  const reference = await offered(one);
  await answer(one, reference, 'ACCEPTED');
  const { events: _events, ...accepted } = await supportOf(one, reference);
  const moment = { now: one.clock.now(), policyVersion: 1 };
  const came = { group: 'V1', on: '2026-09-28', isPresent: true, by: manager };
  const group = accepted.offers.map((offer) => ({ ...offer, slot: { ...offer.slot, id: 'V1-1' } }));
  const after = attended({ ...accepted, offers: group }, moment, came);
  if (!after) throw new Error('Not recorded.');
  await one.supports.saveSupport({ ...after, version: accepted.version + 1 });
  await one.slots.claimSlot('V1-1', { offer: OFFER, reference, at: one.clock.now() });
  return reference;
}

const started = async (one: Instance) => {
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  await visitNow(one, reference);
  return reference;
};

test('the slot of a child whose support had begun and who has died is free for another', async () => {
  const one = instance();
  const reference = await started(one);
  await died(one, reference);
  expect((await one.slots.readSlot(slot.id))?.claim).toBeUndefined();
  expect(await supportOf(one, reference)).toMatchObject({ status: 'ENDED', ended: { why: 'DIED' } });
});

test('a death recorded by mistake, undone: the visits go on, and the slot is theirs again', async () => {
  const one = instance();
  const reference = await started(one);
  const before = await supportOf(one, reference);
  await died(one, reference);
  await undone(one, reference);
  const after = await supportOf(one, reference);
  expect(after).toMatchObject({ status: 'STARTED', next: 'BLOCK', block: before.block, started: before.started });
  const { claim } = (await one.slots.readSlot(slot.id)) ?? {};
  expect(claim).toMatchObject({ reference, offer: after.offers.at(-1)?.id });
  one.clock.advanceMinutes(15);
  await one.sweep();
  expect((await one.slots.readSlot(slot.id))?.claim?.keptAt).toBeDefined();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_SUPPORT' });
});

test('undone once another child has the slot: the visits go on at times to be agreed (late)', async () => {
  const one = instance();
  const reference = await started(one);
  await died(one, reference);
  await taken(one, slot.id);
  await undone(one, reference);
  const { status, block } = await supportOf(one, reference);
  expect([status, block?.weekly]).toEqual(['STARTED', undefined]);
  expect((await one.slots.readSlot(slot.id))?.claim?.reference).toBe('23456789CDF');
});

test('undone, a child of a group has the place again, or waits again with the dates from before', async () => {
  for (const isTaken of [false, true]) {
    const one = instance();
    const reference = await inGroup(one);
    const { started: begun } = await supportOf(one, reference);
    await died(one, reference);
    if (isTaken) await taken(one, 'V1-1');
    await undone(one, reference);
    const after = await supportOf(one, reference);
    expect(after.status).toBe(isTaken ? 'WAITING' : 'STARTED');
    expect(inGroupSince(after, 'V1') === undefined).toBe(isTaken);
    expect(after.list?.targetOn).toBe(isTaken ? begun?.place?.targetOn : undefined);
  }
});

test('undone after staff had closed the support: it stays closed, and people are told of that', async () => {
  const one = instance();
  const reference = await started(one);
  const gate = { channels: [], met: '', referrerTold: '', visitorTold: '', safeguarding: '', gateName: '' };
  const isDown = async () => Promise.reject(new Error('The table cannot be reached.'));
  const broken = closeSupport({ ...one, now: one.clock.now, cases: { ...one.cases, saveCase: isDown } });
  await expect(broken(reference, { why: 'MOVED_AWAY', report: 'She walks', gate }, manager)).rejects.toThrow();
  await died(one, reference);
  await undone(one, reference);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'CLOSED' });
});
