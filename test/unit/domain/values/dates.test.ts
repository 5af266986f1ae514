import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsClamped,
  ageAt,
  ageInWords,
  daysBetween,
  exactMonths,
  isRealDate,
  londonDateOf,
  londonInstant,
  plainDate,
} from '#domain/values/dates.ts';

/** Any date of a century and a half, by the calendar of the platform. */
const anyDate = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2099, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('real dates', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is one', (on) => {
    expect(isRealDate(on)).toBe(true);
  });

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    'x',
  ])('malformed: %j is none', (on) => {
    expect(isRealDate(on)).toBe(false);
  });
});

describe('counting days', () => {
  test('agrees with the calendar of the platform', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

describe('counting months', () => {
  test.each([
    ['2024-01-31', 1, '2024-03-01', '2024-02-29'],
    ['2025-01-31', 1, '2025-03-01', '2025-02-28'],
    ['2024-02-29', 12, '2025-03-01', '2025-02-28'],
    ['2024-02-29', 36, '2027-03-01', '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29', '2028-02-29'],
    ['2026-08-31', 6, '2027-03-01', '2027-02-28'],
    ['2026-10-31', 1, '2026-12-01', '2026-11-30'],
    ['2026-01-15', -1, '2025-12-15', '2025-12-15'],
    ['2026-03-31', -1, '2026-03-01', '2026-02-28'],
    ['2026-12-10', 1, '2027-01-10', '2027-01-10'],
  ])('%s and %i months: anniversary %s, aim %s', (on, months, anniversary, aim) => {
    expect([addMonths(on, months), addMonthsClamped(on, months)]).toEqual([anniversary, aim]);
  });

  test('the anniversary agrees with the platform, which runs over into the next month too', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (on, months) => {
        const [year, month, day] = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))];
        const lands = new Date(Date.UTC(year, month - 1 + months, day));
        const first = new Date(Date.UTC(lands.getUTCFullYear(), lands.getUTCMonth(), 1));
        const expected = lands.getUTCDate() === day ? lands : first;
        expect(addMonths(on, months)).toBe(expected.toISOString().slice(0, 10));
      }),
    );
  });

  test('exact months put every date between two anniversaries, and only there', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400, max: 2000 }), (from, days) => {
        const on = addDays(from, days);
        const { months, num, den } = exactMonths(from, on);
        expect(addMonths(from, months) <= on && on < addMonths(from, months + 1)).toBe(true);
        expect([addDays(addMonths(from, months), num), num >= 0 && num < den]).toEqual([on, true]);
      }),
    );
  });

  test('an age never goes back as days go by', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 3000 }), (dob, days) => {
        const [today, tomorrow] = [exactMonths(dob, addDays(dob, days)), exactMonths(dob, addDays(dob, days + 1))];
        expect(tomorrow.months + tomorrow.num / tomorrow.den).toBeGreaterThan(today.months + today.num / today.den);
      }),
    );
  });

  test('an age in words', () => {
    expect(ageAt('2024-09-10', '2026-09-24')).toEqual({ years: 2, months: 0, days: 14, completedMonths: 24 });
    expect(ageAt('2023-10-05', '2026-10-04')).toEqual({ years: 2, months: 11, days: 29, completedMonths: 35 });
  });

  test.each([
    ['2023-08-23', '3 years 1 month 1 day'],
    ['2024-09-24', '2 years'],
    ['2025-10-22', '11 months 2 days'],
    ['2026-09-24', '0 days'],
  ])('is written as people write it, born on %s: %s', (dob, words) => {
    expect(ageInWords(ageAt(dob, '2026-09-24'))).toBe(words);
  });
});

describe('London', () => {
  test.each([
    ['2026-09-24T22:59:59.999Z', '2026-09-24'],
    ['2026-09-24T23:00:00.000Z', '2026-09-25'],
    ['2026-12-24T23:59:59.999Z', '2026-12-24'],
    ['2026-12-25T00:00:00.000Z', '2026-12-25'],
  ])('%s is %s there', (instant, on) => {
    expect(londonDateOf(instant)).toBe(on);
  });

  test.each([
    ['in winter', '2026-12-24', '09:00', '2026-12-24T09:00:00.000Z'],
    ['in summer', '2026-09-24', '09:00', '2026-09-24T08:00:00.000Z'],
    ['midnight in summer', '2026-09-24', '00:00', '2026-09-23T23:00:00.000Z'],
    ['a time that spring skips', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
    ['the first hour after the skip', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['a time that autumn has twice', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
    ['the first hour after the second', '2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s: %s %s', (_, on, time, instant) => {
    expect(londonInstant(on, time)).toBe(instant);
  });

  test('a date survives the way to an instant and back', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('00:00', '12:00', '23:59'), (on, time) => {
        fc.pre(on >= '1972-01-01');
        expect(londonDateOf(londonInstant(on, time))).toBe(on);
      }),
    );
  });
});

test('a date as people write it', () => {
  expect([plainDate('2026-09-24'), plainDate('2024-02-01')]).toEqual(['24 September 2026', '1 February 2024']);
});
