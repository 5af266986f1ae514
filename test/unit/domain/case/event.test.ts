import { expect, test } from 'vitest';
import { appendEvent } from '#domain/case/event.ts';
import { MACHINE, referrerActor } from '#domain/people/actor.ts';
import { brokenAt } from '#domain/process/history.ts';

const first = appendEvent([], { event: 'RECEIVED', by: referrerActor() }, '2026-09-24T08:00:00.000Z', 1);
const whole = appendEvent(
  appendEvent(first, { event: 'VALIDATED', by: MACHINE }, '2026-09-24T08:00:01.000Z', 1),
  { event: 'CHECKED', by: MACHINE, outcome: 'TRIAGE' },
  '2026-09-24T08:00:02.000Z',
  1,
);

test('each event carries the hash of the one before', () => {
  expect(whole.map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(whole[1]?.previousHash).toBe(whole[0]?.hash);
  expect(whole[2]?.previousHash).toBe(whole[1]?.hash);
  expect(brokenAt(whole)).toBeUndefined();
});

test('an event that was changed afterwards shows', () => {
  const changed = whole.map((event) => (event.n === 2 ? { ...event, by: referrerActor('eve@example.org') } : event));
  expect(brokenAt(changed)).toBe(2);
});

test('an event that is missing shows', () => {
  expect(brokenAt(whole.filter(({ n }) => n !== 2))).toBe(2);
});

test('an event that was put in with a hash of its own shows at the next one', () => {
  const forged = appendEvent(first, { event: 'PARKED', by: MACHINE, why: 'Bug' }, '2026-09-24T08:00:01.000Z', 1);
  expect(brokenAt([...forged, ...whole.slice(2)])).toBe(3);
});
