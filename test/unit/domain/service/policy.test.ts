import { expect, test } from 'vitest';
import { defaultPolicy, policyOverridesSchema, policySchema, policyWith } from '#domain/service/policy.ts';

test('the default policy is a policy, version 1', () => {
  expect(policySchema.parse(defaultPolicy)).toMatchObject({
    version: 1,
    evidenceGraceDays: 0,
    undoMinutes: 5,
    maxSessions: 18,
  });
});

test('a deployment replaces single numbers and keeps the others', () => {
  expect(policyWith({ version: 2, evidenceGraceDays: 7 })).toEqual({
    ...defaultPolicy,
    version: 2,
    evidenceGraceDays: 7,
  });
});

test('a deployment adds its closing days, and that makes no new version', () => {
  expect(policyWith({}, ['2026-12-24'])).toEqual({ ...defaultPolicy, closedOn: ['2026-12-24'] });
});

test.each([
  ['an unknown name', { graceDays: 7 }],
  ['a number below its range', { evidenceGraceDays: -1 }],
  ['a share that is no fraction', { delayFraction: '0.5' }],
  ['a share above the whole', { delayFraction: '3/2' }],
  ['a share of nothing', { delayFraction: '0/2' }],
  ['a district that is a postcode', { postcodeDistricts: ['TA1 9ZZ'] }],
  ['an unknown kind of evidence', { acceptedEvidence: ['LETTER'] }],
  ['no wait at all', { triageReminderDays: [] }],
  ['no working day', { workingDays: [] }],
  ['a working day that is none', { workingDays: ['XMAS'] }],
  ['a time that is none', { workingHours: { from: '9am', to: '17:00' } }],
  ['a working day that ends before it begins', { workingHours: { from: '17:00', to: '09:00' } }],
  ['closing days, which stand beside the policy', { closedOn: ['2026-12-24'] }],
])('malformed: %s is refused', (_, overrides) => {
  expect(policyOverridesSchema.safeParse(overrides).success).toBe(false);
});
