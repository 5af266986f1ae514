import { expect, test } from 'vitest';
import { namePractitioner } from '#application/support/name-practitioner.ts';
import { NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import { testConfig } from '#test/http/service-config.ts';
import { instance } from '../instance.ts';
import { manager, supportOf } from './offered.ts';
import { type Visited, visitNow, visitsAccepted } from './visited.ts';

const HIS = 'V1';
const HERS = 'V2';
const slots = [{ id: HERS, day: 'THURSDAY', at: '11:00', from: '2026-09-22' }] as const;
const capacity = { ...NO_CAPACITY, practitioners: [{ person: 'lou', locality: 'Yeovil', slots: [...slots] }] };
const over = { person: 'lou', slot: HERS, before: '', told: 'yes' };

/** A child who is visited by Kim and has had the first session; Lou has a free visit. */
async function visited() {
  const one = instance();
  const reference = await visitsAccepted(one);
  await visitNow(one, reference);
  await visitNow(one, reference);
  const deps = { ...one, config: testConfig, now: one.clock.now, capacity: { readCapacity: async () => capacity } };
  const taken = async () =>
    Promise.all([HIS, HERS].map(async (id) => (await one.slots.readSlot(id))?.claim?.reference === reference));
  return { one, reference, deps, taken };
}

/** Long enough that the sweeper looks at a claim whose offer was never made. */
const later = async (one: Visited) => {
  one.clock.advanceMinutes(20);
  await one.sweep();
};

test('a crash before the support says who takes over leaves the visits as they are, and no slot taken for no one (crash)', async () => {
  const { one, reference, deps, taken } = await visited();
  const isDown = async () => Promise.reject(new Error('The table cannot be reached.'));
  const broken = namePractitioner({ ...deps, supports: { ...one.supports, saveSupport: isDown } });
  await expect(broken(reference, over, manager)).rejects.toThrow();
  await later(one);
  expect([(await supportOf(one, reference)).block?.practitioner, await taken()]).toEqual(['kim', [true, false]]);
});

test('a crash after it leaves the slot of before to the sweeper, which frees it (half-finished)', async () => {
  const { one, reference, deps, taken } = await visited();
  const isDown = async () => Promise.reject(new Error('The table cannot be reached.'));
  const broken = namePractitioner({ ...deps, slots: { ...one.slots, releaseSlot: isDown } });
  await expect(broken(reference, over, manager)).rejects.toThrow();
  await later(one);
  expect([(await supportOf(one, reference)).block?.practitioner, await taken()]).toEqual(['lou', [false, true]]);
});

test('of two managers at once one names who visits, and the child has one visit (race)', async () => {
  const { one, reference, deps, taken } = await visited();
  const name = namePractitioner(deps);
  const both = await Promise.all([
    name(reference, over, manager),
    name(reference, { ...over, person: 'lou', slot: '' }, manager),
  ]);
  await later(one);
  const { block, offers } = await supportOf(one, reference);
  expect(both.some((result) => !('refused' in result))).toBe(true);
  const [his, hers] = await taken();
  expect([his, hers, block?.practitioner]).toEqual([false, block?.weekly !== undefined, 'lou']);
  expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
});
