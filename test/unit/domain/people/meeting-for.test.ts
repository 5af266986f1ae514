import { expect, it } from 'vitest';
import { meetingFor } from '#domain/people/due-meeting.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

const at = (on: string) => ({ on, from: '09:30', until: '11:00' });
const calendar = ['2026-09-25', '2026-09-30', '2026-10-14'].map(at);
const waiting = {
  named: undefined,
  isKnown: false,
  since: '2026-09-24T08:00:00.000Z',
  now: '2026-09-24T09:00:00.000Z',
};
const onFor = (changes: Partial<Parameters<typeof meetingFor>[1]>) =>
  meetingFor(calendar, { ...waiting, ...changes }, defaultPolicy)?.on;

it.each([
  ['new to the team: the first with three working days of notice', {}, '2026-09-30'],
  ['known to the team: the next one', { isKnown: true }, '2026-09-25'],
  ['known, once that is over: the one after', { isKnown: true, now: '2026-09-25T12:00:00.000Z' }, '2026-09-30'],
  ['deferred to a meeting of the calendar: that one', { named: at('2026-10-14') }, '2026-10-14'],
  ['deferred to one that is gone: the nearest', { named: at('2026-10-13') }, '2026-10-14'],
  [
    'deferred to one that is gone, a week before the next: never one so much sooner',
    { named: at('2026-10-07') },
    '2026-10-14',
  ],
])('a task that is %s', (_which, changes, on) => {
  expect(onFor(changes)).toBe(on);
});

it('has none where the calendar has none', () => {
  expect(meetingFor(undefined, waiting, defaultPolicy)).toBeUndefined();
});
