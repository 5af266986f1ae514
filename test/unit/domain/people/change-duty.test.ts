import { expect, test } from 'vitest';
import { dutyChanged, dutyRangeAdded, dutyRangeEnded, rangesOf } from '#domain/people/change-duty.ts';
import { dutyOn } from '#domain/people/duty.ts';
import { aPerson, aTeam, made, moment } from './sample.ts';

const team = aTeam(aPerson('a'), aPerson('b'), aPerson('c'));
const range = { from: '2026-10-05', to: '2026-10-09', id: 'b', deputy: 'c' };
const withRange = made(dutyRangeAdded(team, moment, range));
const on = (date: string, now = withRange) => dutyOn(now, date).map(({ id }) => id);
/** The same moment of another day. */
const onDay = (date: string) => ({ ...moment, now: `${date}T09:00:00.000Z` });

test('a range holds from its first day to its last, and on no other', () => {
  expect(['2026-10-04', '2026-10-05', '2026-10-09', '2026-10-10'].map((date) => on(date)[0])).toEqual([
    'a',
    'b',
    'b',
    'a',
  ]);
});

test('a day of the week that is set later does not come before a range, nor take it away', () => {
  const monday = made(dutyChanged(withRange, moment, { day: 'MONDAY', id: 'c', deputy: 'a' }));
  const both = made(dutyChanged(monday, moment, { id: 'a', deputy: 'c' }));
  expect([on('2026-10-05', both), on('2026-10-12', both)]).toEqual([
    ['b', 'c'],
    ['c', 'a'],
  ]);
});

test.each<[string, string, string]>([
  ['on its last day', '2026-10-09', '2026-10-12'],
  ['within it', '2026-10-06', '2026-10-07'],
  ['around it', '2026-10-01', '2026-10-31'],
])('another range is refused %s, and the one in the way is named', (_where, from, to) => {
  const refused = dutyRangeAdded(withRange, moment, { ...range, from, to, id: 'a' });
  expect(refused).toMatchObject({ refused: 'DUTY_OVERLAPS', duty: { person: 'b', from: range.from } });
});

test('ranges that follow each other are both kept, the earlier one first', () => {
  const earlier = made(dutyRangeAdded(withRange, moment, { ...range, from: '2026-09-28', to: '2026-10-04' }));
  expect(rangesOf(earlier).map(({ from }) => from)).toEqual(['2026-09-28', '2026-10-05']);
});

test('ending a range that has begun keeps the days that are past', () => {
  const ended = made(dutyRangeEnded(withRange, onDay('2026-10-07'), range.from));
  expect(rangesOf(ended)).toMatchObject([{ from: '2026-10-05', to: '2026-10-06', person: 'b' }]);
});

test('a range that is over is kept as it was, and so is one that no one knows (late)', () => {
  expect(dutyRangeEnded(withRange, onDay('2026-10-10'), range.from)).toEqual({ refused: 'DUTY_PAST' });
  expect(dutyRangeEnded(withRange, moment, '2026-10-06')).toEqual({ refused: 'UNKNOWN_DUTY' });
});
