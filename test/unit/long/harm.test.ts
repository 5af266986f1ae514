import { expect, test } from 'vitest';
import { harm } from '#test/long/upgrade/harm.ts';

type Stored = { pk: string; sk: string; [name: string]: unknown; history?: unknown[] };
const table = (...items: Stored[]) => new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]));
const theCase = { pk: 'REF#1', sk: 'CASE', version: 1, history: ['RECEIVED', 'CHECKED'] };
const referral = { pk: 'REF#1', sk: 'REFERRAL', child: 'Juniper' };

test('a case that went on, beside a referral as it was, is not harmed', () => {
  const later = { ...theCase, version: 2, history: [...theCase.history, 'DECIDED'] };

  expect(harm(table(theCase, referral), table(later, referral))).toEqual([]);
});

test.each([
  ['an item that is gone', table(theCase), 'REF#1 REFERRAL is gone'],
  ['a referral that was changed', table(theCase, { ...referral, child: 'June' }), 'REF#1 REFERRAL was changed'],
  [
    'a history that was cut',
    table({ ...theCase, history: ['RECEIVED'] }, referral),
    'the history of REF#1 CASE is another',
  ],
  [
    'a history in which an event differs',
    table({ ...theCase, history: ['RECEIVED', 'PARKED'] }, referral),
    'the history of REF#1 CASE is another',
  ],
])('%s is harm', (_kind, after, words) => {
  expect(harm(table(theCase, referral), after)).toEqual([words]);
});

test('what the sweeper had put off may be gone: its write ended it', () => {
  expect(harm(table({ pk: 'REF#1', sk: 'PAUSE#CASE' }), table())).toEqual([]);
});
