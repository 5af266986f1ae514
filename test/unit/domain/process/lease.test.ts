import { expect, it } from 'vitest';
import { isHeld, SWEEP_LEASE_SECONDS, sweepLease } from '#domain/process/lease.ts';

const NOW = '2026-09-24T09:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

it.each([
  ['a moment before it ends', SWEEP_LEASE_SECONDS - 1, true],
  ['when it has ended', SWEEP_LEASE_SECONDS, false],
])('a lease keeps others out until it ends: %s', (_when, seconds, held) => {
  expect(isHeld(sweepLease('one', NOW), later(seconds))).toBe(held);
});

it('a lease that was taken under a clock two hours ahead keeps no one out', () => {
  expect(isHeld(sweepLease('one', later(7_200)), NOW)).toBe(false);
});

it('a lease of a clock that is a second ahead is held', () => {
  expect(isHeld(sweepLease('one', later(1)), NOW)).toBe(true);
});
