import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { balanceKey, caseKey } from '#adapters/records/keys.ts';
import { unexplainedIn } from '#domain/lists/balance/sums.ts';
import { personActor } from '#domain/people/actor.ts';
import { newTodo } from '#domain/people/todo.ts';
import { supportStarted } from '#domain/support/end.ts';
import { balancing } from '#test/kit/balancing.ts';
import { anyCommands, caseAfter, statesOf } from '#test/unit/domain/lists/place-histories.ts';
import { handedOver, supportAfter, waits, waysOff } from '#test/unit/domain/support/support-states.ts';
import { alterationsOf } from './alterations.ts';

const [A, B, C] = ['23456789CDF', '23456789CDG', '23456789CDH'];
const FIRST = '2026-09-27';
const NEXT = '2026-09-28';
const sam = personActor('sam', 'Sam', 'manager');
const moment = { now: '2026-10-09T09:00:00.000Z', policyVersion: 1 };

let lists: ReturnType<typeof balancing>;
beforeEach(async () => {
  lists = balancing();
  await lists.write(caseAfter(['accepted', 'band confirmed'], A));
  await lists.write(caseAfter(['accepted', 'held'], B));
  await lists.write(caseAfter(['invited to the group', 'taken off'], C));
});

const alter = async (reference: string, changes: object) =>
  lists.put({ ...(await lists.caseItem(reference)), ...changes });

describe('a night', () => {
  test('finds nothing where nothing was altered, and adds up', async () => {
    expect([await lists.night(FIRST), await lists.night(NEXT)]).toEqual([[], []]);
    const [night] = await lists.stores.balances.listNightsBefore('INITIAL_ASSESSMENT#Taunton', '2026-09-29', 1);
    expect(night?.sums).toEqual({
      ...{ opening: 2, joined: 0, returned: 0, movedIn: 0, started: 0, movedOut: 0, left: {}, closing: 2 },
    });
    expect(night?.month).toMatchObject({ opening: 0, joined: 2, closing: 2 });
    expect(night && unexplainedIn(night.sums)).toBe(0);
  });

  test('finds nothing of a child whose initial assessment is booked, though their row shows when', async () => {
    const booked = { by: sam, bookedAt: '2026-09-25T09:00:00.000Z' };
    const visit = { n: 1, on: '2026-10-06', at: '09:30', person: 'kim', ...booked };
    const waiting = caseAfter(['accepted'], A);
    await lists.write({ ...waiting, assessment: { bookings: 1, missed: [], visit } });
    expect(JSON.stringify(await lists.caseItem(A))).toContain('visitAt');
    expect(await lists.night(FIRST)).toEqual([]);
  });

  test('finds nothing of a child who is invited to Starting School, though their row shows since when', async () => {
    const waiting = caseAfter(['accepted'], A);
    await lists.write({
      ...waiting,
      school: { year: 2027, invited: { year: 2027, at: '2026-09-25T09:00:00.000Z', by: sam } },
    });
    expect(JSON.stringify(await lists.caseItem(A))).toContain('schoolAt');
    expect(await lists.night(FIRST)).toEqual([]);
  });

  test('counts who left by reason', async () => {
    await lists.night(FIRST);
    const [night] = await lists.stores.balances.listNightsBefore('PORTAGE_GROUP#Taunton', NEXT, 1);
    expect(night?.sums).toMatchObject({ opening: 0, joined: 1, left: { MOVED_AWAY: 1 }, closing: 0 });
  });

  test('balances whatever happens to children between nights', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommands, { minLength: 1, maxLength: 3 }), async (all) => {
        const at = balancing();
        const children = all.map((names, n) => statesOf(names, `23456789CD${n}`));
        for (const on of ['2026-09-26', '2026-09-27', '2026-09-28', '2026-10-10']) {
          for (const states of children) {
            const last = states.findLast(({ now }) => now < `${on}T04:15:00.000Z`);
            if (last) await at.write(last.theCase);
          }
          expect(await at.night(on)).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('run twice (twice) replaces what it found, once it is put right', async () => {
    const item = await lists.caseItem(A);
    await lists.put({ ...item, listKey: undefined });
    expect(await lists.night(FIRST)).toEqual([`${A} NOT_IN_INDEX`]);
    await lists.put(item);
    expect(await lists.night(FIRST)).toEqual([]);
    expect((await lists.stores.balances.readNight(FIRST))?.findings).toEqual([]);
  });
});

describe('ten losses, each planted past the service, are found the same night by name:', () => {
  const losses: readonly (readonly [what: string, plant: () => Promise<unknown>, found: string])[] = [
    ['an index entry is gone', () => alter(A, { listKey: undefined }), `${A} NOT_IN_INDEX`],
    ['an index entry stands on another list', () => alter(A, { listKey: 'PORTAGE_GROUP#Frome' }), `${A} ONLY_IN_INDEX`],
    ['an index entry has another order', () => alter(A, { listOrder: '1#2026-01-01##' }), `${A} INDEX_DIFFERS`],
    ['an index entry shows another band', () => alter(A, { rowBand: 1 }), `${A} INDEX_DIFFERS`],
    ['the entry is gone', () => alter(A, { list: null }), `${A} ENTRY_MISSING`],
    [
      'the entry has another target date',
      async () => alter(A, { list: { ...(await lists.stores.cases.readCase(A))?.list, targetOn: '2026-12-24' } }),
      `${A} ENTRY_DIFFERS`,
    ],
    ['the status is another', () => alter(A, { status: 'WITHDRAWN' }), `${A} ENTRY_MISSING`],
    [
      'an event is gone',
      async () =>
        alter(A, {
          history: (await lists.stores.cases.readCase(A))?.history.filter(({ event }) => event !== 'LISTED'),
        }),
      `${A} HISTORY_BROKEN`,
    ],
    ['the case is gone', async () => lists.remove(caseKey(A)), `${A} CASE_GONE`],
    [
      'the case is gone without a trace',
      async () => {
        lists.remove(caseKey(A));
        lists.forget(A);
      },
      `${A} NOT_AS_LAST_NIGHT`,
    ],
    ['what is kept of the place of who left is another', () => alter(C, { left: undefined }), `${C} LEFT_DIFFERS`],
    [
      'the night before is gone',
      async () => lists.remove(balanceKey('INITIAL_ASSESSMENT#Taunton', FIRST)),
      ' BALANCE_ALTERED',
    ],
  ];

  test.each(losses)('%s', async (_what, plant, found) => {
    expect(await lists.night(FIRST)).toEqual([]);
    await plant();
    expect(await lists.night(NEXT)).toContain(found);
  });
});

test('whatever part of what a place rests on is altered or deleted by hand, the same night names the child', async () => {
  await fc.assert(
    fc.asyncProperty(anyCommands, fc.nat(), async (names, which) => {
      const at = balancing();
      await at.write(caseAfter(names, A));
      const item = await at.caseItem(A);
      const alterations = alterationsOf(item);
      const alteration = alterations[which % Math.max(1, alterations.length)];
      if (!alteration) return;
      await at.put(alteration.item);
      const found = await at.night('2026-10-11');
      expect([alteration.what, ...found.filter((line) => line.startsWith(A))].length, alteration.what).toBeGreaterThan(
        1,
      );
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['which date was moved', 'list date moved', { which: 'TARGET' }],
  ['that only the town was', 'moved to home visiting', { which: 'TOWN' }],
  ['since when a notice is owed', 'list date moved', { toTell: '2026-01-01T09:00:00.000Z' }],
] as const)('a change that says something else of %s is found the same night', async (_what, command, altered) => {
  const at = balancing();
  await at.write(caseAfter(['accepted', command], A));
  const list = (await at.stores.cases.readCase(A))?.list;
  expect(list?.changed).toBeDefined();
  await at.put({ ...(await at.caseItem(A)), list: { ...list, changed: { ...list?.changed, ...altered } } });
  expect(await at.night('2026-10-11')).toContain(`${A} ENTRY_DIFFERS`);
});

describe('a child who is missing', () => {
  test('is named every night until someone accepts it', async () => {
    await lists.night(FIRST);
    lists.remove(caseKey(A));
    lists.forget(A);
    const named = [`${A} NOT_AS_LAST_NIGHT`];
    expect([await lists.night('2026-09-28'), await lists.night('2026-09-29')]).toEqual([named, named]);
    expect(await lists.night('2026-09-30', { accept: [A] })).toEqual([]);
    expect(await lists.night('2026-10-01')).toEqual([]);
  });

  test('is named no more once they are found', async () => {
    await lists.night(FIRST);
    lists.remove(caseKey(A));
    expect(await lists.night('2026-09-28')).toContain(`${A} CASE_GONE`);
    lists.restore(caseKey(A));
    expect(await lists.night('2026-09-29')).toEqual([]);
  });
});

describe('a child who was accepted and is on no list', () => {
  const nowhere = async (changes: object = {}) => {
    const { list: _gone, history: _events, ...rest } = caseAfter(['accepted'], A);
    await lists.put({ ...caseKey(A), ...rest, list: null, next: 'DONE', history: [], ...changes });
  };

  test('is named', async () => {
    await nowhere();
    expect(await lists.night(FIRST)).toEqual([`${A} ON_NO_LIST`]);
  });

  test('is named too while a support should have them and there is none', async () => {
    await nowhere({ status: 'IN_SUPPORT' });
    expect(await lists.night(FIRST)).toEqual([`${A} SUPPORT_GONE`, `${A} ON_NO_LIST`]);
  });

  test('is not named while someone is asked to do something for them', async () => {
    await nowhere();
    const asked = { reference: A, kind: 'LOOK_AGAIN', cause: '1', for: 'ROLE:TRIAGER', why: 'ASKED' } as const;
    await lists.stores.todos.createTodo(
      newTodo({ ...asked, openedAt: '2026-09-26T09:00:00.000Z', due: '2026-09-30T16:00:00.000Z' }),
    );
    expect(await lists.night(FIRST)).toEqual([]);
  });

  test('is not named once support began', async () => {
    const { theCase, support } = handedOver(A);
    const accepted = supportAfter(support, waits.accepted ?? []);
    const begun = accepted && supportStarted(accepted, moment, { on: '2026-10-09', by: sam });
    await lists.write(theCase);
    await lists.writeSupport(begun ?? expect.fail('Support has not begun.'));
    expect(await lists.night('2026-10-11')).toEqual([]);
    // The visits of each practitioner stand in the same index.
    await lists.put({ ...(await lists.supportItem(A)), listKey: 'VISITS#kim', listOrder: '2026-10-12' });
    expect(await lists.night('2026-10-12')).toEqual([]);
  });
});

test('whatever part of what a place in a support rests on is altered by hand, the same night names the child', async () => {
  const states = Object.values(waits);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...states), fc.option(fc.constantFrom(...waysOff)), fc.nat(), async (...drawn) => {
      const [changes, way, which] = drawn;
      const at = balancing();
      const { theCase, support } = handedOver(A);
      const waiting = supportAfter(support, changes);
      const after = (waiting && way?.[1](waiting)) ?? waiting;
      if (!after) return;
      await at.write(theCase);
      await at.writeSupport(after);
      const item = await at.supportItem(A);
      const alterations = alterationsOf(item);
      const alteration = alterations[which % alterations.length];
      if (!alteration) return;
      await at.put(alteration.item);
      const found = await at.night('2026-10-11');
      expect(found.filter((line) => line.startsWith(A)).length, alteration.what).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});

test('a part of a history that is gone (damaged) is named', async () => {
  await alter(A, { sealed: 1 });
  expect(await lists.night(FIRST)).toContain(`${A} UNREADABLE`);
});

test('a child with an accepted offer is found where they are, though their row shows what keeps them from another', async () => {
  const { theCase, support } = handedOver(A);
  await lists.write(theCase);
  await lists.writeSupport(supportAfter(support, waits.accepted ?? []) ?? expect.fail('Nothing was accepted.'));
  expect(await lists.night('2026-10-11')).toEqual([]);
});
