import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingChanged, meetingRemoved, meetingsAdded } from '#domain/people/change-meetings.ts';
import { datesOf, meetingsToCome } from '#domain/people/meetings.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { addDays, daysBetween } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { aPerson, aTeam, configured, made, moment } from './sample.ts';

const meeting = (on: string, from = '09:30', until = '11:00') => ({ on, from, until });
const team = aTeam(aPerson('a'));

describe('the calendar of meetings', () => {
  test('stands in order of the dates, whatever order they are added in, and says what was added', () => {
    const two = made(meetingsAdded(team, moment, [meeting('2026-10-20'), meeting('2026-10-06')]));
    const three = made(meetingsAdded(two, moment, [meeting('2026-10-13', '13:00', '14:00')]));
    expect(three.meetings?.map(({ on }) => on)).toEqual(['2026-10-06', '2026-10-13', '2026-10-20']);
    expect(three.history.map(({ what, to }) => [what, to])).toEqual([
      ['MEETINGS_ADDED', '2026-10-06 09:30/11:00, 2026-10-20 09:30/11:00'],
      ['MEETINGS_ADDED', '2026-10-13 13:00/14:00'],
    ]);
  });

  test('has one meeting a date: a series leaves the one that is there as it is', () => {
    const one = made(meetingsAdded(team, moment, [meeting('2026-10-06', '13:00', '14:00')]));
    const more = made(meetingsAdded(one, moment, [meeting('2026-10-06'), meeting('2026-10-20')]));
    expect(more.meetings?.map(({ from }) => from)).toEqual(['13:00', '09:30']);
  });

  test('changes the times of one, keeping what a later release stored with it, and removes one', () => {
    const room = { ...meeting('2026-10-06'), room: 'Blue' };
    const before = { ...team, meetings: [room, meeting('2026-10-20')] };
    const later = made(meetingChanged(before, moment, meeting('2026-10-06', '10:00', '12:00')));
    expect(later.meetings?.[0]).toEqual({ on: '2026-10-06', from: '10:00', until: '12:00', room: 'Blue' });
    expect(later.history.at(-1)).toMatchObject({ from: '2026-10-06 09:30/11:00', to: '2026-10-06 10:00/12:00' });
    expect(made(meetingRemoved(later, moment, '2026-10-06')).meetings?.map(({ on }) => on)).toEqual(['2026-10-20']);
  });

  const withPast = { ...team, meetings: [meeting('2026-09-23'), meeting('2026-09-24')] };
  test.each([
    ['a date that it has (twice)', meetingsAdded(withPast, moment, [meeting('2026-09-24')]), 'MEETING_KNOWN'],
    ['a date that is over', meetingsAdded(team, moment, [meeting('2026-09-23')]), 'MEETING_PAST'],
    ['other times of one that is over', meetingChanged(withPast, moment, meeting('2026-09-23')), 'MEETING_PAST'],
    ['to remove one that is over', meetingRemoved(withPast, moment, '2026-09-23'), 'MEETING_PAST'],
    ['to change one that is not there', meetingChanged(team, moment, meeting('2026-10-06')), 'UNKNOWN_MEETING'],
    ['to remove one that is not there', meetingRemoved(team, moment, '2026-10-06'), 'UNKNOWN_MEETING'],
  ])('refuses %s', (_what, change, refused) => {
    expect(change).toEqual({ refused });
  });

  test('begins as the configuration says, in order; without any there the team has none', () => {
    const meetings = [meeting('2026-10-20'), meeting('2026-10-06')];
    expect(seededTeam({ ...configured, meetings }).meetings?.map(({ on }) => on)).toEqual(['2026-10-06', '2026-10-20']);
    expect(seededTeam(configured)).not.toHaveProperty('meetings');
  });

  test.each([
    ['before it', '2026-10-06T08:00:00.000Z', ['2026-10-06', '2026-10-20']],
    ['while people sit', '2026-10-06T09:59:00.000Z', ['2026-10-06', '2026-10-20']],
    ['when it is over (boundary)', '2026-10-06T10:00:00.000Z', ['2026-10-20']],
  ])('has a meeting to come %s', (_when, now, expected) => {
    const meetings = [meeting('2026-10-06'), meeting('2026-10-20')];
    expect(meetingsToCome(meetings, now).map(({ on }) => on)).toEqual(expected);
  });
});

describe('a series', () => {
  test.each([
    [
      'every two weeks',
      { first: '2026-10-06', last: '2026-11-03', everyWeeks: 2 },
      ['2026-10-06', '2026-10-20', '2026-11-03'],
      [],
    ],
    [
      'over Christmas',
      { first: '2026-12-18', last: '2027-01-01', everyWeeks: 1 },
      ['2026-12-18'],
      ['2026-12-25', '2027-01-01'],
    ],
    ['of one day', { first: '2026-10-06', last: '2026-10-06', everyWeeks: 2 }, ['2026-10-06'], []],
  ])('%s leaves out the days on which the service is closed', (_what, series, open, closed) => {
    expect(datesOf(series, officeHours)).toEqual({ open, closed });
  });

  test('keeps its weekday and its distance, and loses no date (property)', () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(700), fc.integer({ min: 1, max: 8 }), (start, length, everyWeeks) => {
        const first = addDays('2026-01-01', start);
        const last = addDays(first, length);
        const { open, closed } = datesOf({ first, last, everyWeeks }, officeHours);
        const all = [...open, ...closed].toSorted();
        expect(all.map((on) => daysBetween(first, on))).toEqual(all.map((_, n) => n * 7 * everyWeeks));
        expect(daysBetween(all.at(-1) ?? '', last)).toBeLessThan(7 * everyWeeks);
      }),
    );
  });
});
