import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankHolidays } from '#domain/values/bank-holidays.ts';
import { addDays } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import {
  addWorkingDays,
  isWithinWorkingHours,
  isWorkingDay,
  nextWorkingDay,
  workingMorningAfter,
  workingMorningUntil,
} from '#domain/values/working-days.ts';

const FIRST = Date.UTC(2025, 0, 1);
const LAST = Date.UTC(2030, 11, 31, 23, 59, 59, 999);

/** Any instant of 2025 to 2030: both clock changes, and two years past the end of the bank holidays. */
const anyInstant = fc.integer({ min: FIRST, max: LAST }).map((at) => new Date(at).toISOString());
const anyDate = anyInstant.map((at) => at.slice(0, 10));
const fewDays = fc.integer({ min: 0, max: 40 });

/** Some closing days of the service's own, whole weeks of them, too. */
const anyCalendar = fc.tuple(fc.array(anyDate, { maxLength: 5 }), anyDate).map(([days, from]) => ({
  ...officeHours,
  closedOn: [...days, ...[0, 1, 2, 3, 4, 5, 6].map((n) => addDays(from, n))],
}));

/** By the platform's own calendar and clock, not by the functions under test. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
function shownAt(at: string) {
  const shown = new Map(london.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const on = `${shown.get('year')}-${shown.get('month')}-${shown.get('day')}`;
  return { weekday: shown.get('weekday'), time: `${shown.get('hour')}:${shown.get('minute')}`, on };
}

test('a wait never ends on a weekend, a bank holiday or a closing day, and always at 9 am by the clock of London', () => {
  fc.assert(
    fc.property(anyInstant, fewDays, anyCalendar, (at, days, calendar) => {
      const endsAt = workingMorningAfter(at, days, calendar);
      const { weekday, time, on } = shownAt(endsAt);
      expect(time).toBe('09:00');
      expect(['Sat', 'Sun']).not.toContain(weekday);
      expect([...calendar.closedOn, ...Object.keys(bankHolidays.on)]).not.toContain(on);
      expect(isWithinWorkingHours(endsAt, calendar)).toBe(true);
      expect(on >= addDays(shownAt(at).on, days)).toBe(true);
    }),
  );
});

test('no working day lies between the day on which a wait would have ended and the one on which it does', () => {
  fc.assert(
    fc.property(anyInstant, fewDays, anyCalendar, (at, days, calendar) => {
      const ends = shownAt(workingMorningAfter(at, days, calendar)).on;
      for (let day = addDays(shownAt(at).on, days); day < ends; day = addDays(day, 1)) {
        expect(isWorkingDay(day, calendar)).toBe(false);
      }
    }),
  );
});

test('more working days never end earlier, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(anyDate, fewDays, fewDays, anyCalendar, (on, days, more, calendar) => {
      const ends = addWorkingDays(on, days, calendar);
      expect(addWorkingDays(on, days + 1, calendar) > ends).toBe(true);
      expect(addWorkingDays(addDays(on, more), days, calendar) >= ends).toBe(true);
    }),
  );
});

test('counting working days in two parts comes to the same as in one', () => {
  fc.assert(
    fc.property(anyDate, fewDays, fewDays, anyCalendar, (on, a, b, calendar) => {
      const inTwo = addWorkingDays(addWorkingDays(on, a, calendar), b, calendar);
      expect(addWorkingDays(on, a + b, calendar)).toBe(inTwo);
    }),
  );
});

test('the next working day is one working day after a working day, and the same day as none after any other', () => {
  fc.assert(
    fc.property(anyDate, anyCalendar, (on, calendar) => {
      const next = nextWorkingDay(on, calendar);
      expect(next > on && isWorkingDay(next, calendar)).toBe(true);
      expect(addWorkingDays(on, isWorkingDay(on, calendar) ? 1 : 0, calendar)).toBe(next);
    }),
  );
});

test('the last working morning until an instant is not after it, and the next one is', () => {
  fc.assert(
    fc.property(anyInstant, anyCalendar, (at, calendar) => {
      const morning = workingMorningUntil(at, calendar);
      expect(morning <= at && isWithinWorkingHours(morning, calendar)).toBe(true);
      expect(workingMorningAfter(morning, 1, calendar) > at).toBe(true);
    }),
  );
});
