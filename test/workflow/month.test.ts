import { expect, test } from 'vitest';
import { addDays } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { addWorkingDays } from '#domain/values/working-days.ts';
import { countsOf, managers, play, service, triagers } from './a-month.ts';

const DAY = 24;

/** Before the month: 60 children on the list, the bands of the last five still to be confirmed. */
const before = Array.from({ length: 60 }, (_, n) => ({
  at: `${addDays('2026-10-01', Math.floor(n / 3))}T09:30:00.000Z`,
  ...{ decidedAfter: 2 * DAY, outcome: 'ACCEPT_INITIAL_ASSESSMENT', bandAfter: n < 55 ? 2 * DAY : 60 * DAY },
}));

/** How long the team takes: most within three days; five after a reminder, two after the manager was asked, one never. */
const decidedAfter = (n: number) => {
  if (n === 19) return undefined;
  if (n % 10 === 7) return 13 * DAY;
  return n % 4 === 2 ? 7 * DAY : DAY + (n % 3) * DAY;
};
const outcomes = ['ACCEPT_INITIAL_ASSESSMENT', 'ACCEPT_INITIAL_ASSESSMENT', 'INVITE_GROUP', 'DECLINE'];

/** November 2026 has 21 working days: 20 referrals, one on each but the last. */
const during = Array.from({ length: 20 }, (_, n) => ({
  at: `${addWorkingDays('2026-11-02', n, officeHours)}T${n % 3 === 0 ? '08' : '14'}:20:00.000Z`,
  decidedAfter: decidedAfter(n),
  outcome: outcomes[n % outcomes.length] ?? 'DECLINE',
  bandAfter: 3 * DAY,
}));

/** Six more that the rules end, on days of their own. No one ever says that they have seen them. */
const stopped = [3, 6, 9, 12, 15, 18].map((n) => ({
  at: `${addWorkingDays('2026-11-02', n, officeHours)}T11:40:00.000Z`,
  ...({ decidedAfter: undefined, outcome: 'NONE', bandAfter: 0, isStopped: true } as const),
}));

test('in a month of 20 referrals, 6 stops and 60 children who wait, no manager gets more than 22 emails, and no triager more than 12', {
  timeout: 300_000,
}, async () => {
  const one = await service('2026-10-01T07:00:00.000Z');
  await play(one, before, '2026-10-31T20:00:00.000Z');
  const listed = await one.indexes.list('INITIAL_ASSESSMENT', 'Taunton', 100);
  expect(listed.length).toBe(60);
  const since = one.mail.length;
  await play(one, [...during, ...stopped], '2026-11-30T20:00:00.000Z');

  const toManagers = countsOf(one, managers, since);
  const toTriagers = countsOf(one, triagers, since);
  const shown = JSON.stringify({ toManagers, toTriagers });
  for (const count of Object.values(toManagers)) expect(count, shown).toBeLessThanOrEqual(22);
  for (const count of Object.values(toTriagers)) expect(count, shown).toBeLessThanOrEqual(12);
  // No one is spared by silence: everyone heard, and each new referral reached two people at once.
  for (const count of Object.values({ ...toManagers, ...toTriagers })) expect(count, shown).toBeGreaterThan(3);
  const atOnce = one.mail.slice(since).filter(({ tags }) => tags.noticeId.startsWith('TRIAGE_REQUEST'));
  expect(atOnce).toHaveLength(40);
});
