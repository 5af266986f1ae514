import { describe, expect, test } from 'vitest';
import { officeHours } from '#domain/values/working-calendar.ts';
import {
  addWorkingDays,
  bankHolidayDaysLeft,
  isWithinWorkingHours,
  isWorkingDay,
  nextWorkingDay,
  workingMorning,
  workingMorningAfter,
  workingMorningUntil,
} from '#domain/values/working-days.ts';

const closedOnChristmasEve = { ...officeHours, closedOn: ['2026-12-24'] };
const tuesdayToSaturday = {
  ...officeHours,
  workingDays: ['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'],
} satisfies typeof officeHours;

describe('working days', () => {
  test.each([
    ['a Friday', '2026-09-25', true],
    ['a Saturday', '2026-09-26', false],
    ['a Sunday', '2026-09-27', false],
    ['a Monday', '2026-09-28', true],
    ['Good Friday', '2026-04-03', false],
    ['Easter Monday', '2026-04-06', false],
    ['the Monday kept for Boxing Day', '2026-12-28', false],
    ['the Tuesday after it', '2026-12-29', true],
    ['the Monday kept for New Year’s Day', '2028-01-03', false],
    ['Christmas Eve', '2026-12-24', true],
    ['a Monday of a year past the end of the bank holidays', '2029-01-01', true],
    ['a Saturday past their end', '2029-01-06', false],
    ['a Thursday before 1970', '1969-12-25', true],
  ])('%s, %s: %s', (_day, on, expected) => {
    expect(isWorkingDay(on, officeHours)).toBe(expected);
  });

  test('a day on which the service itself is closed is none', () => {
    expect(isWorkingDay('2026-12-24', closedOnChristmasEve)).toBe(false);
    expect(isWorkingDay('2026-12-23', closedOnChristmasEve)).toBe(true);
  });

  test('a service that works on Saturdays and not on Mondays is believed', () => {
    expect(isWorkingDay('2026-09-26', tuesdayToSaturday)).toBe(true);
    expect(isWorkingDay('2026-09-28', tuesdayToSaturday)).toBe(false);
  });
});

describe('counting working days', () => {
  test.each([
    ['Thursday before Easter + 1', '2026-04-02', 1, '2026-04-07'],
    ['Wednesday before Christmas + 3', '2026-12-23', 3, '2026-12-30'],
    ['New Year’s Eve + 1, where 1 January is a Saturday', '2027-12-31', 1, '2028-01-04'],
    ['Friday + 0', '2026-09-25', 0, '2026-09-25'],
    ['Saturday + 0', '2026-09-26', 0, '2026-09-28'],
    ['Saturday + 1', '2026-09-26', 1, '2026-09-29'],
    ['Friday + 3', '2026-09-25', 3, '2026-09-30'],
  ])('%s', (_what, on, days, expected) => {
    expect(addWorkingDays(on, days, officeHours)).toBe(expected);
  });

  test('the next working day after a Friday is Monday, and after the eve of a closing day the day after that', () => {
    expect(nextWorkingDay('2026-09-25', officeHours)).toBe('2026-09-28');
    expect(nextWorkingDay('2026-12-23', closedOnChristmasEve)).toBe('2026-12-29');
  });
});

describe('the working morning', () => {
  test.each([
    ['summer time', '2026-09-28', '2026-09-28T08:00:00.000Z'],
    ['winter time', '2026-10-26', '2026-10-26T09:00:00.000Z'],
    [
      'the Sunday on which summer time begins rolls on to its first working morning',
      '2027-03-28',
      '2027-03-30T08:00:00.000Z',
    ],
    ['the Sunday on which it ends rolls on to the first one after', '2026-10-25', '2026-10-26T09:00:00.000Z'],
    ['Christmas Day rolls on past the weekend and the substitute day', '2026-12-25', '2026-12-29T09:00:00.000Z'],
  ])('%s', (_when, on, expected) => {
    expect(workingMorning(on, officeHours)).toBe(expected);
  });

  test('begins when the service says that it does', () => {
    const early = { ...officeHours, workingHours: { from: '07:30', to: '15:30' } };
    expect(workingMorning('2026-09-28', early)).toBe('2026-09-28T06:30:00.000Z');
  });

  test('a wait of five days from a Tuesday ended on Sunday at 8 am, and ends on Monday at 9 am', () => {
    expect(workingMorningAfter('2026-09-29T07:00:00.000Z', 5, officeHours)).toBe('2026-10-05T08:00:00.000Z');
  });

  test('a wait that begins late in the evening counts from the date in London', () => {
    expect(workingMorningAfter('2026-09-29T22:59:00.000Z', 1, officeHours)).toBe('2026-09-30T08:00:00.000Z');
    expect(workingMorningAfter('2026-09-29T23:00:00.000Z', 1, officeHours)).toBe('2026-10-01T08:00:00.000Z');
  });

  test.each([
    ['that very instant', '2026-09-28T08:00:00.000Z', '2026-09-28T08:00:00.000Z'],
    ['a minute before it', '2026-09-28T07:59:00.000Z', '2026-09-25T08:00:00.000Z'],
    ['the evening of a working day', '2026-09-28T20:00:00.000Z', '2026-09-28T08:00:00.000Z'],
    ['Boxing Day', '2026-12-26T12:00:00.000Z', '2026-12-24T09:00:00.000Z'],
  ])('the last one until %s', (_when, at, expected) => {
    expect(workingMorningUntil(at, officeHours)).toBe(expected);
  });
});

describe('working hours', () => {
  test.each([
    ['the first minute', '2026-09-28T08:00:00.000Z', true],
    ['a minute before', '2026-09-28T07:59:59.999Z', false],
    ['the last minute', '2026-09-28T15:59:59.999Z', true],
    ['the end', '2026-09-28T16:00:00.000Z', false],
    ['noon on a Saturday', '2026-09-26T11:00:00.000Z', false],
    ['noon on a bank holiday', '2026-12-28T12:00:00.000Z', false],
    ['9 am on the first working day of summer time', '2027-03-30T08:00:00.000Z', true],
    ['the same by the clock of winter', '2027-03-30T07:59:00.000Z', false],
    ['9 am on the first working day of winter time', '2026-10-26T09:00:00.000Z', true],
    ['8 am on it', '2026-10-26T08:00:00.000Z', false],
  ])('%s: %s is %s', (_when, at, expected) => {
    expect(isWithinWorkingHours(at, officeHours)).toBe(expected);
  });
});

test.each([
  ['2028-11-01T12:00:00.000Z', 60],
  ['2028-12-31T23:59:00.000Z', 0],
  ['2031-01-01T00:00:00.000Z', 0],
])('at %s the known bank holidays last %i more days', (at, days) => {
  expect(bankHolidayDaysLeft(at)).toBe(days);
});
