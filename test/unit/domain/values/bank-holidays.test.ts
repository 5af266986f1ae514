import { expect, test } from 'vitest';
import { bankHolidays } from '#domain/values/bank-holidays.ts';
import { byTheRules } from './bank-holiday-rules.ts';

/** As gov.uk published them; days proclaimed once, and the two years whose days in May were moved for them, are left out. */
const published = [
  '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28',
  '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-29 2023-08-28 2023-12-25 2023-12-26',
  '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
];

test.each(published)('the rules of this test give the days that were kept in a year that is over: %s', (days) => {
  expect(byTheRules(Number(days.slice(0, 4))).join(' ')).toBe(days);
});

test('the file holds every bank holiday of its years, substitute days too, and no other day', () => {
  const [first, last] = [bankHolidays.from, bankHolidays.lastsUntil].map((on) => Number(on.slice(0, 4)));
  const years = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n);
  expect(Object.keys(bankHolidays.on)).toEqual(years.flatMap(byTheRules));
});

test('the file begins with the first day of a year and ends with the last day of one', () => {
  expect([bankHolidays.from.slice(4), bankHolidays.lastsUntil.slice(4)]).toEqual(['-01-01', '-12-31']);
});

test('a day that is kept instead of the holiday itself says so', () => {
  const substitutes = Object.entries(bankHolidays.on).filter(([, name]) => name.endsWith('(substitute day)'));
  expect(substitutes.map(([on]) => on)).toEqual(['2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03']);
});
