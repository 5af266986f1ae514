import { expect, test } from 'vitest';
import { reviewWaitOn } from '#domain/lists/review-wait.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

test.each([
  ['after six months of waiting', { dob: '2025-01-10' }, '2027-02-28'],
  ['on the third birthday while the child waits', { dob: '2023-12-20' }, '2026-12-20'],
  ['not on a third birthday before the referral', { dob: '2023-08-01' }, '2027-02-28'],
  ['twelve weeks before school starts', { dob: '2022-09-01', acceptedOn: '2027-04-30' }, '2027-06-09'],
  ['by the wait alone where there is no birth date (malformed)', { dob: undefined }, '2027-02-28'],
])('a wait is reviewed %s', (_, changes, on) => {
  const wait = { referralDate: '2026-08-20', acceptedOn: '2026-08-31', ...changes };
  expect(reviewWaitOn(wait, defaultPolicy)).toBe(on);
});
