import { expect, test } from 'vitest';
import { countIn, type Rollup, type RollupQueue } from '#domain/process/rollup.ts';
import { instance } from '#test/workflow/instance.ts';
import { letRetriesRun, refer } from '#test/workflow/road.ts';
import { sweepWorld } from './sweep-world.ts';

const waitingIn = (rollup: Rollup | undefined, queue: RollupQueue) => rollup && countIn(rollup, queue)?.waiting;

test('each sweep keeps the service in numbers', async () => {
  const one = instance();
  await refer(one, 'C01');
  await one.sweep();
  const rollup = await one.rollups.readRollup();
  expect(rollup).toMatchObject({ asOf: one.clock.now(), hourly: { onLists: 0, afterLists: 0 } });
  expect([waitingIn(rollup, 'TRIAGE'), waitingIn(rollup, 'PARKED'), rollup?.receivedAt !== undefined]).toEqual([
    1,
    0,
    true,
  ]);
});

test('a parked case is counted among the parked, with when that began', async () => {
  const one = instance({ fault: (name) => (name === 'check-referral' ? new Error('a bug') : undefined) });
  await refer(one, 'C01');
  await letRetriesRun(one);
  await one.sweep();
  const rollup = await one.rollups.readRollup();
  expect(rollup && countIn(rollup, 'PARKED')).toMatchObject({ waiting: 1, since: expect.any(String) });
});

test('what is counted once an hour is not counted again before', async () => {
  const world = sweepWorld();
  await world.run();
  const first = (await world.stores.rollups.readRollup())?.hourly;
  await world.minutes(59, 'none');
  expect((await world.stores.rollups.readRollup())?.hourly).toEqual(first);
  await world.minutes(1, 'none');
  expect((await world.stores.rollups.readRollup())?.hourly?.at).toBe(world.clock.now());
});

test('a queue that cannot be read is missing in the numbers, and the others are there (half-finished)', async () => {
  const world = sweepWorld({ unreadable: 'NOTICE' });
  await world.run();
  const rollup = await world.stores.rollups.readRollup();
  expect([waitingIn(rollup, 'NOTICE'), waitingIn(rollup, 'TRIAGE')]).toEqual([undefined, 0]);
});

test('numbers that cannot be kept are logged, and the sweep ends as it should', async () => {
  const rollups = { readRollup: async () => undefined, saveRollup: () => Promise.reject(new Error('out of order')) };
  const world = sweepWorld({ deps: { rollups } });
  await world.run();
  expect(world.metrics.get('SweepCompleted')).toBe(1);
  expect(JSON.stringify(world.log)).toContain('rollup-not-kept');
});
