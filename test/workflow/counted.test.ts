import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { personActor } from '#domain/people/actor.ts';
import { Transient } from '#domain/problems/errors.ts';
import { deciderId } from '#test/http/records.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer } from './road.ts';

const sam = personActor(deciderId, 'Sam Field', 'Portage practitioner');
const counted = (one: ReturnType<typeof instance>) => one.indexes.decisionsIn('2026-Q3', 10);

test('a decision is counted once it has taken effect, and not before', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  await one.sweep();
  expect(await counted(one)).toEqual([]);
  one.clock.advanceMinutes(5);
  for (let n = 0; n < 3; n += 1) await one.sweep();
  expect(await counted(one)).toEqual([{ outcome: 'DECLINE', against: true }]);
  const theCase = await one.cases.readCase(reference);
  expect(theCase?.toCount).toBeUndefined();
});

test('a decision that was undone never counts, and the one made instead does', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  const taskId = (await caseOf(one, reference)).task?.id ?? 'none';
  await one.undo({ reference, taskId, by: sam });
  await decideForGood(one, reference, 'INVITE_GROUP');
  expect(await counted(one)).toEqual([{ outcome: 'INVITE_GROUP', against: false }]);
});

test('each decision on a referral counts: one that asks and one that decides', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  await decideForGood(one, reference, 'DECLINE');
  expect(await counted(one)).toEqual([
    { outcome: 'DEFER_TO_MEETING', against: null },
    { outcome: 'DECLINE', against: true },
  ]);
});

test('where it could not be kept, or the sweeper died once it was, the next sweep counts it once', async () => {
  const stores = createMemoryStores();
  const failures = ['BEFORE', 'AFTER'];
  const keepSettled: typeof stores.settled.keepSettled = async (settled) => {
    const how = failures.shift();
    if (how !== 'BEFORE') await stores.settled.keepSettled(settled);
    if (how !== undefined) throw new Transient('Out of reach.');
    return false;
  };
  const one = instance({ stores: { ...stores, settled: { keepSettled } } });
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  for (let n = 0; n < 4; n += 1) {
    one.clock.advanceMinutes(5);
    await one.sweep();
  }
  expect(failures).toEqual([]);
  expect(await counted(one)).toHaveLength(1);
  expect((await one.cases.readCase(reference))?.toCount).toBeUndefined();
});
