import { expect, test } from 'vitest';
import { longBlockOn } from '#domain/support/long-block.ts';

const block = { pathway: 'HOME_VISITING', practitioner: 'kim', since: '2026-09-24T10:00:00.000Z', visits: [] } as const;

test.each([
  ['2026-09-24', 0],
  ['2027-03-25', 0],
  ['2027-03-26', 1],
  ['2027-09-23', 1],
  ['2027-09-24', 2],
])('on %s a block that was opened on 24 September 2026 has been open for 26 weeks %s times', (today, times) => {
  expect(longBlockOn({ status: 'STARTED', block: { ...block, visits: [] } }, today)).toBe(times);
});

test('a support that has ended, and a group, have no open block', () => {
  expect(longBlockOn({ status: 'ENDED', block: { ...block, visits: [] } }, '2028-01-01')).toBe(0);
  expect(longBlockOn({ status: 'STARTED' }, '2028-01-01')).toBe(0);
});
