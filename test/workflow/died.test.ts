import { expect, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer, waitInVain } from './road.ts';

const by = personActor('sam', 'Sam Field', 'Portage practitioner');
const MONTHS = 18;
const HOURS_A_MONTH = 730;

type Instance = ReturnType<typeof instance>;

async function waitForMonths(one: Instance) {
  for (let hour = 0; hour < MONTHS * HOURS_A_MONTH; hour += 12) {
    one.clock.advanceMinutes(12 * 60);
    await one.sweep();
  }
}

const roads: [string, (one: Instance) => Promise<string>][] = [
  ['while triage is waited for', (one) => refer(one, 'C01')],
  [
    'while a decision can be undone',
    async (one) => {
      const reference = await refer(one, 'C01');
      await decide(one, reference, 'DECLINE');
      return reference;
    },
  ],
  [
    'while the referrer is asked',
    async (one) => {
      const reference = await refer(one, 'C01');
      await decideForGood(one, reference, 'REQUEST_INFORMATION');
      return reference;
    },
  ],
  [
    'on the waiting list',
    async (one) => {
      const reference = await refer(one, 'C01');
      await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
      return reference;
    },
  ],
  [
    'after a decline',
    async (one) => {
      const reference = await refer(one, 'C01');
      await decideForGood(one, reference, 'DECLINE');
      return reference;
    },
  ],
];

test.each(roads)('for 18 months after a child died %s, no machine sends anything', async (_when, road) => {
  const one = instance();
  const reference = await road(one);
  const before = one.mail.length;
  expect(await one.died({ reference, by })).toBe('DONE');
  await waitForMonths(one);
  expect(one.mail.length - before).toBe(0);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'WITHDRAWN', next: 'DONE', parked: null });
  expect(one.engine.nextDueAt()).toBeUndefined();
});

test('a mistake that is undone brings the case back to the people who were deciding', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.died({ reference, by });
  await one.sweep();
  expect(await one.undoDied({ reference, by, reason: 'It was another child' })).toEqual({ kind: 'UNDONE' });
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', run: 2, task: { kind: 'TRIAGE' } });
  await waitInVain(one);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', next: 'DONE' });
});

test('an undo without a reason (malformed) changes nothing', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.died({ reference, by });
  expect((await one.undoDied({ reference, by, reason: ' ' })).kind).toBe('INVALID');
  expect((await caseOf(one, reference)).death).toBeDefined();
});

test('a second referral of a child who has died waits for a person', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.died({ reference, by });
  await one.sweep();
  const second = await refer(one, 'C01', {}, 'second');
  expect(await caseOf(one, second)).toMatchObject({ shown: 'HELD_AS_DUPLICATE', duplicateOf: reference });
});
