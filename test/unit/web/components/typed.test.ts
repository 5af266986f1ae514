import { describe, expect, test } from 'vitest';
import { readNumber } from '#web/components/typed-number.ts';
import { readTime } from '#web/components/typed-time.ts';

describe('a number with its unit', () => {
  test.each([
    ['18m', 'months', 18],
    ['9 months', 'months', 9],
    ['14,5 mths.', 'months', 14.5],
    ['12 hours', 'hours', 12],
    ['12,5', 'hours', 12.5],
    ['7.25hrs', 'hours', 7.25],
    ['12 hours a week', 'hours', 12],
    ['10 hrs/wk', 'hours', 10],
    ['9h per week.', 'hours', 9],
    ['7,5 hours each week', 'hours', 7.5],
    ['34+3', 'weeks', 34],
    ['34 weeks + 3 days', 'weeks', 34],
    ['36 wks', 'weeks', 36],
    ['\u200B14\u00A0months', 'months', 14],
  ] as const)('%j of %s is %d', (typed, unit, value) => {
    expect(readNumber(typed, unit)).toBe(value);
  });

  test.each([
    ['malformed: another unit', '18 weeks', 'months'],
    ['malformed: years for months', '2 years', 'months'],
    ['malformed: two numbers', '12 or 13', 'hours'],
    ['malformed: eight days in a week', '34+8', 'weeks'],
    ['malformed: a word', 'about ten', 'hours'],
    ['malformed: hours of another time', '12 hours a day', 'hours'],
    ['malformed: no digits', 'm', 'months'],
  ] as const)('%s is not read: %j', (_, typed, unit) => {
    expect(readNumber(typed, unit)).toBeUndefined();
  });
});

describe('a time', () => {
  test.each([
    ['8:05', '08:05'],
    ['8.05', '08:05'],
    ['0805', '08:05'],
    ['805', '08:05'],
    ['8:05am', '08:05'],
    ['8:05 PM', '20:05'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['12:30pm', '12:30'],
    ['23:59', '23:59'],
  ])('%j is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(['8', '24:00', '13pm', '8:60', 'just now', ''])('malformed: %j is not read', (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });
});
