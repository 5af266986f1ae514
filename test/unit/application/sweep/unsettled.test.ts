import { expect, test } from 'vitest';
import { countIn } from '#domain/process/rollup.ts';
import { troubles } from '#domain/process/trouble.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { aNotice } from '#test/contract/samples.ts';
import { sweepWorld } from './sweep-world.ts';

/** A sweep that found one notice, claimed so many minutes ago for this try. */
async function swept(attempts: number, minutesAgo: number) {
  const world = sweepWorld();
  const claimedAt = plusMinutes(world.clock.now(), -minutesAgo);
  await world.stores.notices.claimNotice(aNotice('NOTED', 'n1', { attempts, claimedAt }));
  await world.run();
  const rollup = await world.stores.rollups.readRollup();
  const seen = { now: world.clock.now(), rollup, night: undefined, records: undefined, staffMail: [] };
  return {
    now: world.clock.now(),
    counted: world.metrics.get('UnsettledNotices'),
    since: rollup && countIn(rollup, 'NOTICE')?.since,
    isNamed: troubles(seen).some(({ code }) => code === 'NOTICES_UNSETTLED'),
  };
}

test.each([
  ['claimed a moment ago for the first time', 1, 0, 0],
  ['claimed a moment ago for the second time', 2, 0, 0],
  ['that the mail service does not take, claimed anew a moment ago', 3, 0, 1],
  ['whose sender never said what became of it (late)', 1, 2, 1],
])('an email %s is counted for the alarm as it should', async (_what, attempts, minutesAgo, wanted) => {
  expect((await swept(attempts, minutesAgo)).counted).toBe(wanted);
});

test('the console names a mail service that takes no email once a quarter of an hour is over', async () => {
  expect(await swept(5, 0)).toMatchObject({ counted: 1, isNamed: false });
  expect(await swept(9, 0)).toMatchObject({ counted: 1, isNamed: true });
});

test('an email that was tried nine times was begun 16 minutes before this try, or earlier', async () => {
  const { now, since } = await swept(9, 1);
  expect(since).toBe(plusMinutes(now, -1 - 16));
});
