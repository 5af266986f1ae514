import { expect, test } from 'vitest';
import { AGREEMENT_VERSION, homeVisitingAgreement } from '#domain/service/agreement.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { canonicalJson, sha256 } from '#domain/values/hash.ts';

test('other words of the home visiting agreement are another version, because families went through these', () => {
  const { ours, yours, both } = homeVisitingAgreement(defaultPolicy);
  const words = sha256(canonicalJson({ ours, yours, both })).slice(0, 12);
  expect([AGREEMENT_VERSION, words]).toEqual([1, '70afa535ec62']);
});

test('the agreement says the numbers of the policy', () => {
  const { ours, both } = homeVisitingAgreement({ ...defaultPolicy, maxSessions: 12, maxExtension: 3 });
  expect([ours.some((line) => line.includes('12 times')), both.some((line) => line.includes('at most 3'))]).toEqual([
    true,
    true,
  ]);
});
