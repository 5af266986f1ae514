import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueMeeting } from '#domain/people/due-meeting.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';

const meeting = (on: string) => ({ on, from: '09:30', until: '11:00' });
const onDates = (dates: readonly string[], now: string, policy = defaultPolicy) =>
  dueMeeting(dates.map(meeting), now, policy)?.on;

describe('the meeting at which a referral is due', () => {
  test.each([
    ['three working days away (boundary)', '2026-09-24T08:00:00.000Z', ['2026-09-29'], '2026-09-29'],
    ['two working days away is too soon', '2026-09-24T08:00:00.000Z', ['2026-09-28', '2026-10-12'], '2026-10-12'],
    ['late in the evening of the same day', '2026-09-24T22:00:00.000Z', ['2026-09-29'], '2026-09-29'],
    [
      'after midnight in London, while it is the day before in UTC',
      '2026-09-24T23:30:00.000Z',
      ['2026-09-29', '2026-09-30'],
      '2026-09-30',
    ],
    [
      'what comes on a Saturday counts from Monday',
      '2026-09-26T10:00:00.000Z',
      ['2026-09-30', '2026-10-01'],
      '2026-10-01',
    ],
    ['bank holidays do not count', '2026-12-23T10:00:00.000Z', ['2026-12-29', '2026-12-30'], '2026-12-30'],
    ['a calendar that has run out', '2026-09-24T08:00:00.000Z', ['2026-09-10', '2026-09-24'], undefined],
    ['an empty calendar', '2026-09-24T08:00:00.000Z', [], undefined],
  ])('%s', (_what, now, dates, expected) => {
    expect(onDates(dates, now)).toBe(expected);
  });

  test('takes the number of days from the policy, and closing days from the service', () => {
    const dates = ['2026-09-24', '2026-09-29', '2026-09-30'];
    expect(onDates(dates, '2026-09-24T08:00:00.000Z', { ...defaultPolicy, meetingNoticeDays: 0 })).toBe('2026-09-24');
    expect(onDates(dates, '2026-09-24T08:00:00.000Z', { ...defaultPolicy, closedOn: ['2026-09-25'] })).toBe(
      '2026-09-30',
    );
  });

  test('is no meeting that is over, with no days of notice too', () => {
    const policy = { ...defaultPolicy, meetingNoticeDays: 0 };
    expect(onDates(['2026-09-24'], '2026-09-24T10:00:00.000Z', policy)).toBeUndefined();
  });

  test('without a calendar there is none', () => {
    expect(dueMeeting(undefined, '2026-09-24T08:00:00.000Z', defaultPolicy)).toBeUndefined();
  });

  test('always leaves the working days between, and passes over no meeting that does (property)', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-09-01', n));
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 30 }), day, fc.integer({ min: 0, max: 6 }), (dates, today, days) => {
        const now = `${today}T12:00:00.000Z`;
        const found = onDates(dates, now, { ...defaultPolicy, meetingNoticeDays: days });
        const workingDaysUntil = (on: string) => {
          let count = 0;
          for (let at = addDays(firstWorkingDay(today), 1); at <= on; at = addDays(at, 1)) {
            if (isWorkingDay(at, defaultPolicy)) count += 1;
          }
          return count;
        };
        const isFar = (on: string) =>
          on >= firstWorkingDay(today) && workingDaysUntil(on) >= days && (on > londonDateOf(now) || days > 0);
        const far = dates.filter(isFar).toSorted();
        expect(found).toBe(far[0]);
      }),
    );
  });
});

function firstWorkingDay(on: string): string {
  let day = on;
  while (!isWorkingDay(day, defaultPolicy)) day = addDays(day, 1);
  return day;
}
