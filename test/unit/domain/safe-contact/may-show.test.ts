import { expect, test } from 'vitest';
import { mayShow, type Reader, type Thing } from '#domain/safe-contact/may-show.ts';
import { familyOf, father, mother, withChannel } from './family.ts';

const plain = familyOf([mother, father]);
const flagged = familyOf([{ ...mother, safeContact: 'By text' }, father]);
const things: readonly Thing[] = ['HOME', 'WHEREABOUTS', 'TYPED', { contactOf: 0 }, { contactOf: 1 }];
const shown = (reader: Reader, facts = plain) => things.filter((thing) => mayShow(thing, reader, facts));

test('staff who work with a family see everything, since someone has to reach the family', () => {
  expect(shown('STAFF', flagged)).toEqual(things);
});

test('no adult sees the contact of another', () => {
  expect(shown({ adult: 0 })).toEqual(['HOME', 'WHEREABOUTS', 'TYPED', { contactOf: 0 }]);
  expect(shown({ adult: 1 })).toEqual(['HOME', 'WHEREABOUTS', 'TYPED', { contactOf: 1 }]);
});

test('paper and referrers show no one how to reach an adult', () => {
  expect([shown('PAPER'), shown('REFERRER')]).toEqual([
    ['WHEREABOUTS', 'TYPED'],
    ['WHEREABOUTS', 'TYPED'],
  ]);
});

test.each(['OTHER_SERVICE', 'AUDITOR'] as const)('%s sees all of a family without a flag', (reader) => {
  expect(shown(reader)).toEqual(things);
});

test.each(['FAMILY', 'OTHER_SERVICE', 'REFERRER', 'COPY', 'PAPER', 'AUDITOR'] as const)(
  '%s sees nothing that locates a flagged family',
  (reader) => {
    expect(shown(reader, flagged)).toEqual([]);
    expect(shown(reader, withChannel(flagged, 0, 'EMAIL'))).toEqual([]);
  },
);

test('an adult of a flagged family sees their own contact alone', () => {
  expect(shown({ adult: 0 }, flagged)).toEqual([{ contactOf: 0 }]);
});

test('a family is flagged while a referral of the same child is unread', () => {
  expect(shown('OTHER_SERVICE', familyOf([mother], {}, { sameChild: ['R2'] }))).toEqual([]);
});
