import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRealDate } from '#domain/values/dates.ts';
import { type DatePart, dateFault } from '#web/components/date-fault.ts';
import { dateProblemAt, readTypedDate } from '#web/components/date-problem.ts';
import { dateOf } from '#web/components/typed-date.ts';

type Typed = readonly [day: string, month: string, year: string];
const boxes = ([day, month, year]: Typed) => ({ day, month, year });

describe('a date that is sure', () => {
  test.each<[Typed, string]>([
    [['14th', 'march', '2025'], '2025-03-14'],
    [['10th', 'Sep,', '2024'], '2024-09-10'],
    [['1ST', 'Sept.', '2024.'], '2024-09-01'],
    [['02', '02.', '2024,'], '2024-02-02'],
    [[' 3\u200B', '\u00A0may', '２０２４'], '2024-05-03'],
    [['14 March 2025', '', ''], '2025-03-14'],
    [['14th mar, 2025', '', ' '], '2025-03-14'],
    [['14/3/2025', '', ''], '2025-03-14'],
    [['14.03.2025', '', ''], '2025-03-14'],
    [['2025-03-14', '', ''], '2025-03-14'],
  ])('%j is %s', (typed, on) => {
    expect(readTypedDate(boxes(typed), 'the date')).toEqual({ on });
  });
});

describe('a date that is not', () => {
  test.each<[string, Typed, readonly DatePart[], string]>([
    ['two digits of a year', ['14', '3', '25'], ['year'], 'Date of birth must have a year of 4 digits, like 2025'],
    ['no month (half-finished)', ['10', ' ', '2024'], ['month'], 'Date of birth must include a month'],
    ['a day alone (half-finished)', ['10th', '', ''], ['month', 'year'], 'Date of birth must include a month and year'],
    ['a month alone (half-finished)', ['', 'Sep,', ''], ['day', 'year'], 'Date of birth must include a day and year'],
    ['no day (half-finished)', ['', '9', '2024'], ['day'], 'Date of birth must include a day'],
    ['no year (half-finished)', ['10', '9', ''], ['year'], 'Date of birth must include a year'],
    ['nothing (half-finished)', ['', '', ''], [], 'Enter the date of birth'],
    ['a day that no month has', ['32', '1', '2024'], ['day'], 'Date of birth must have a day from 1 to 31'],
    [
      'a day that this month lacks',
      ['31', 'April', '2024'],
      ['day'],
      'Date of birth must be a real date. April 2024 has 30 days',
    ],
    [
      '29 February of another year',
      ['29', '2', '2023'],
      ['day'],
      'Date of birth must be a real date. February 2023 has 28 days',
    ],
    [
      'the order of another country',
      ['3', '14', '2025'],
      ['month'],
      'Date of birth must have a month from 1 to 12 or by name',
    ],
    [
      'an unsure month (malformed)',
      ['3', 'Ju', '2025'],
      ['month'],
      'Date of birth must have a month from 1 to 12 or by name',
    ],
    [
      'a year of 5 digits (malformed)',
      ['3', '6', '20255'],
      ['year'],
      'Date of birth must have a year of 4 digits, like 2025',
    ],
    ['two digits in one box', ['14/3/25', '', ''], ['month', 'year'], 'Date of birth must include a month and year'],
    [
      'two wrong parts (hostile)',
      ['0', '6', '<b>'],
      ['day', 'year'],
      'Date of birth must have a day from 1 to 31 and a year of 4 digits, like 2025',
    ],
  ])('%s: %j leads to the box of %j', (_kind, typed, parts, message) => {
    const read = readTypedDate(boxes(typed), 'the date of birth');
    expect(read).toEqual({ parts, message });
    if (!('on' in read)) expect(dateProblemAt('dob', read).path).toBe(`dob-${parts[0] ?? 'day'}`);
  });

  test('names a time as it names a day, with the date or without', () => {
    const on = { day: '14', month: '3', year: '2025' };
    expect(dateFault({ ...on, time: '' })).toEqual({ parts: ['time'], must: 'include a time' });
    expect(dateFault({ ...on, time: '8' })).toEqual({ parts: ['time'], must: 'have a time like 14:05' });
    expect(dateFault({ ...on, time: '2pm' })).toBeUndefined();
    expect(dateFault({ day: '', month: '', year: '', time: '8:05' })?.must).toBe('include a day, month and year');
  });

  test('has a fault exactly where no real date is read, whatever was typed (hostile)', () => {
    const part = fc.oneof(
      fc.string(),
      fc.nat({ max: 40 }).map(String),
      fc.constantFrom('2024', 'may', '14th', ' ', ''),
    );
    fc.assert(
      fc.property(part, part, part, (day, month, year) => {
        const typed = { day, month, year };
        const on = dateOf(typed);
        const fault = dateFault(typed);
        expect(fault === undefined).toBe(on === undefined || isRealDate(on));
        if (fault) expect(fault.parts.length).toBeGreaterThan(0);
      }),
    );
  });
});
