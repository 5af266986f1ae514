import { expect, test } from 'vitest';
import { claim, firstEntry, noticeDueAt, release, settle } from '#domain/notices/ledger.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 24, 9, minute)).toISOString();
const owed = { id: 'FAMILY_LETTER-FAMILY-0', kind: 'FAMILY_LETTER', to: 'FAMILY:0' } as const;
const claimed = firstEntry('23456789CDF', owed, at(0));

test('a claimed notice is left alone for two minutes, then taken over and marked as a possible duplicate', () => {
  expect(claim(claimed, at(1))).toBeUndefined();
  expect(claim(claimed, at(2))).toMatchObject({
    state: 'CLAIMED',
    attempts: 2,
    possibleDuplicate: true,
    claimedAt: at(2),
  });
});

test('the sweeper looks at a claimed notice at the first instant at which it can claim it', () => {
  const due = noticeDueAt(claimed) ?? '';
  expect(claim(claimed, due)).toBeDefined();
  expect(claim(claimed, new Date(Date.parse(due) - 1).toISOString())).toBeUndefined();
});

test('one that has certainly not gone is taken over at once, without a mark', () => {
  expect(claim(release(claimed, 'NOT_SENT'), at(0))).toMatchObject({ attempts: 2, possibleDuplicate: false });
});

test('one that may have gone is taken over at once, with the mark', () => {
  expect(claim(release(claimed, 'MAYBE_SENT'), at(0))).toMatchObject({ attempts: 2, possibleDuplicate: true });
});

test('a mark once set stays, whatever comes after', () => {
  const marked = { ...claimed, possibleDuplicate: true };
  expect(claim(release(marked, 'NOT_SENT'), at(0))).toMatchObject({ possibleDuplicate: true });
});

test('a sender that is cut off after the mail service had put the one before off is left alone again', () => {
  const second = claim(release(claimed, 'NOT_SENT'), at(0));
  expect(second?.why).toBeUndefined();
  expect(second && claim(second, at(1))).toBeUndefined();
});

test('after five sends that were cut off a person must look', () => {
  expect(claim({ ...claimed, attempts: 4 }, at(2))).toMatchObject({ state: 'CLAIMED', attempts: 5 });
  expect(claim({ ...claimed, attempts: 5 }, at(2))).toMatchObject({
    state: 'FAILED',
    why: 'TRIED_TOO_OFTEN',
    attempts: 6,
  });
});

test('a mail service that is out of reach for hours fails no notice; after most of a day a person must look', () => {
  const putOff = (attempts: number) => claim(release({ ...claimed, attempts }, 'NOT_SENT'), at(0));
  expect(putOff(400)).toMatchObject({ state: 'CLAIMED' });
  expect(putOff(500)).toMatchObject({ state: 'FAILED' });
});

test('a settled notice is never taken over (late)', () => {
  const sent = settle(claimed, 'SENT', at(0), { messageId: 'm-1' });
  expect(claim(sent, at(9))).toBeUndefined();
  expect(claim(settle(claimed, 'FOR_A_PERSON', at(0), { why: 'NO_EMAIL' }), at(9))).toBeUndefined();
});
