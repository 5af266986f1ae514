import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { COMES, movementsOf } from '#domain/lists/movements.ts';
import { placeOf } from '#domain/lists/place.ts';
import { orderOn, placeAt } from '#domain/lists/replay.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { anyCase, anyUndatedCase, caseAfter } from './place-histories.ts';

const END = '2030-01-01T00:00:00.000Z';
const historyOf = ({ reference, history: events, list: entry }: Case) => ({ reference, events, entry });

describe('the fold of the events of a list', () => {
  test('is the entry, whatever happened to the case', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const entry = theCase.list && placeOf(theCase.list);
        expect(placeAt({ ...historyOf(theCase), entry: null }, END)).toEqual(entry);
      }),
      { numRuns: 2000 },
    );
  });

  test('on every list, what came less what went is whether the child is on it', () => {
    fc.assert(
      fc.property(anyCase, (theCase) => {
        const moves = movementsOf(historyOf(theCase));
        const sums = new Map<string, number>();
        for (const { kind, list } of moves) {
          const key = `${list.pathway} ${list.locality}`;
          sums.set(key, (sums.get(key) ?? 0) + (COMES.includes(kind) ? 1 : -1));
        }
        const { list } = theCase;
        const on = [...sums].filter(([, sum]) => sum !== 0);
        expect(on).toEqual(list ? [[`${list.pathway} ${list.locality}`, 1]] : []);
      }),
    );
  });

  test('no date of a place is ever later than it was, unless a person moved it', () => {
    fc.assert(
      fc.property(anyUndatedCase, (theCase) => {
        const places = theCase.history.flatMap(({ at }) => placeAt(historyOf(theCase), at) ?? []);
        const isNever = (dates: string[]) => expect(dates).toEqual(dates.toSorted().reverse());
        isNever(places.map(({ referredAt }) => referredAt));
        isNever(places.map(({ targetOn }) => targetOn));
      }),
    );
  });
});

describe('movements', () => {
  const kinds = (...names: string[]) => movementsOf(historyOf(caseAfter(names))).map(({ kind, why }) => why ?? kind);

  test.each([
    ['accepted', ['accepted', 'band confirmed'], ['JOINED']],
    ['withdrawn', ['accepted', 'withdrawn'], ['JOINED', 'WITHDRAWN']],
    ['recorded as dead by mistake', ['accepted', 'died', 'did not die'], ['JOINED', 'DIED', 'RETURNED']],
    ['joined to an earlier referral', ['accepted', 'joined to an earlier one'], ['JOINED']],
    ['held and moved', ['accepted', 'held', 'moved to Frome', 'hold ended'], ['JOINED', 'MOVED_OUT', 'MOVED_IN']],
    ['taken off by mistake', ['accepted', 'taken off', 'reopened', 'accepted'], ['JOINED', 'MOVED_AWAY', 'RETURNED']],
    ['never accepted', ['died', 'did not die', 'withdrawn'], []],
  ])('of a child who was %s', (_what, names, expected) => {
    expect(kinds(...names)).toEqual(expected);
  });
});

describe('a history of an earlier release, without places', () => {
  const theCase = caseAfter(['accepted', 'band confirmed']);
  const events = theCase.history.map(({ event, ...rest }) => {
    const { place: _missing, ...old } = { place: undefined, ...rest };
    return { ...old, event, at: rest.at };
  });
  const history = { ...historyOf(theCase), events };
  const on = (date: string) =>
    orderOn([history], { pathway: 'INITIAL_ASSESSMENT', locality: 'Taunton' }, date).map(({ place }) => place.band);

  test('counts from the entry as it stands, without a band until that was confirmed', () => {
    const [listedAt = ''] = theCase.history.flatMap(({ event, at }) => (event === 'LISTED' ? [at] : []));
    expect([placeAt(history, listedAt)?.band, placeAt(history, END)?.band]).toEqual([null, 3]);
    expect(placeAt(history, END)).toEqual(theCase.list && placeOf(theCase.list));
  });

  test('names no one on the day before the child joined', () => {
    expect([on('2026-09-24'), on(londonDateOf(END))]).toEqual([[], [3]]);
  });
});

test('the order of a past day is that of then, though a child left and returned since', () => {
  const list = { pathway: 'INITIAL_ASSESSMENT', locality: 'Taunton' } as const;
  const [a, idle] = [caseAfter(['accepted']), 'reopened'];
  const b = caseAfter(['accepted with a band', idle, idle, 'died', idle, idle, 'did not die']);
  const histories = [
    { ...historyOf(a), reference: 'A' },
    { ...historyOf(b), reference: 'B' },
  ];
  const names = (date: string) => orderOn(histories, list, date).map(({ reference }) => reference);
  expect(names('2026-09-24')).toEqual([]);
  expect(names('2026-09-25')).toEqual(['B', 'A']);
  expect(names('2026-09-26')).toEqual(['A']);
  expect(names('2026-09-27')).toEqual(['B', 'A']);
});
