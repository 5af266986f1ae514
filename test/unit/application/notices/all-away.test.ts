import { expect, test } from 'vitest';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { changingTeam } from './changing-team.ts';

test('where the last who triages is away and their deputy has left, the service manager on duty is asked and has a link', async () => {
  const world = await changingTeam(
    [
      { call: 1, what: 'AWAY', who: 0 },
      { call: 2, what: 'LEAVES', who: 4 },
    ],
    [],
  );
  await world.open();
  await world.sweep();
  await world.quiet();
  await world.remind();
  await world.sweep();

  const { duty } = staffOn(world.team(), '2026-09-29');
  expect(duty.map(({ mailbox }) => mailbox)).toEqual(['manager@example.org']);
  const holders = await Promise.all(world.went.map(world.holderOf));
  expect(holders.flatMap((person) => (person ? [personCode(person)] : []))).toContain(duty.map(personCode)[0]);
});
