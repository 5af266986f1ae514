import { describe, expect, it, test } from 'vitest';
import { digestAfter, heldUntil, holdOf } from '#domain/notices/hold.ts';
import { noticeKindSchema } from '#domain/notices/notice.ts';
import { personActor } from '#domain/people/actor.ts';
import { readerOn } from '#domain/people/cover.ts';
import { dutyOn } from '#domain/people/duty.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { aPerson, aTeam } from '../people/sample.ts';

const [a, b, c] = [aPerson('a'), aPerson('b'), aPerson('c')];
const duty = { duty: [a, b] };

test.each([
  ['a new referral, who is on duty', 'TRIAGE_REQUEST', 'PERSON:a', 0, 'AT_ONCE'],
  ['a new referral, the deputy', 'TRIAGE_REQUEST', 'PERSON:b', 0, 'AT_ONCE'],
  ['a new referral, another', 'TRIAGE_REQUEST', 'PERSON:c', 0, 'ALONG'],
  ['a first reminder, who is on duty', 'TRIAGE_REMINDER', 'PERSON:a', 1, 'MORNING'],
  ['a first reminder, another', 'TRIAGE_REMINDER', 'PERSON:c', 1, 'ALONG'],
  ['a second reminder, another', 'TRIAGE_REMINDER', 'PERSON:c', 2, 'MORNING'],
  ['a band to confirm', 'TEAM_LISTED', 'PERSON:c', 0, 'MORNING'],
  ['a family email that came back', 'TEAM_CAME_BACK', 'PERSON:c', 0, 'AT_ONCE'],
  ['the second person of a decision', 'TEAM_SECOND_PERSON', 'PERSON:c', 0, 'AT_ONCE'],
  ['the duty mailbox', 'DUTY_ALERT', 'DUTY', 0, 'AT_ONCE'],
] as const)('%s hears of it in time', (_what, kind, to, round, hold) => {
  expect(holdOf(kind, to, duty, { round })).toBe(hold);
});

test('an answer returns at once to who asked, or to who covers for them', () => {
  const claim = { by: personActor('c', 'C', 'triager'), at: '2026-09-24T08:00:00.000Z' };
  expect(holdOf('TRIAGE_REQUEST', 'PERSON:c', duty, { round: 0, claim })).toBe('AT_ONCE');
});

test('nothing to anyone but staff waits for a digest', () => {
  for (const kind of noticeKindSchema.options) {
    for (const to of ['REFERRER', 'FAMILY:0', 'ADVISORY', 'DUTY']) expect(holdOf(kind, to, duty)).toBe('AT_ONCE');
  }
});

describe('the digests of a day', () => {
  it('go on working mornings, ten minutes after work begins by the clock of London', () => {
    // Friday evening, Monday just before, and Monday just after.
    expect(digestAfter('2026-09-25T20:00:00.000Z', defaultPolicy)).toBe('2026-09-28T08:10:00.000Z');
    expect(digestAfter('2026-09-28T08:09:59.000Z', defaultPolicy)).toBe('2026-09-28T08:10:00.000Z');
    expect(digestAfter('2026-09-28T08:10:00.000Z', defaultPolicy)).toBe('2026-09-29T08:10:00.000Z');
  });

  it('hold nothing longer than four weeks', () => {
    expect(heldUntil('ALONG', '2026-09-25T20:00:00.000Z', defaultPolicy)).toBe('2026-10-23T08:10:00.000Z');
  });
});

describe('who is on duty', () => {
  const ids = (team: ReturnType<typeof aTeam>, on = '2026-09-28') => dutyOn(team, on).map(({ id }) => id);

  it('is the first who decide, without a rota', () => {
    expect(ids(aTeam(a, b, c))).toEqual(['a', 'b']);
  });

  it('is who the newest line of the rota names for this day, with their deputy', () => {
    const rota = [
      { person: 'c', deputy: 'a' },
      { person: 'b', deputy: 'c', days: ['TUESDAY'], from: '2026-09-01', to: '2026-09-30' },
    ];
    const team = { ...aTeam(a, b, c), duty: rota };
    expect([ids(team), ids(team, '2026-09-29'), ids(team, '2026-10-06')]).toEqual([
      ['c', 'a'],
      ['b', 'c'],
      ['c', 'a'],
    ]);
  });

  it('is who stands in for someone on leave, and never someone who has left', () => {
    const leave = [{ from: '2026-09-28', to: '2026-09-28' }];
    const team = aTeam(aPerson('a', { leave, deputy: 'c' }), b, c, aPerson('d', { isActive: false }));
    expect(ids({ ...team, duty: [{ person: 'a', deputy: 'd' }] })).toEqual(['c', 'b']);
  });
});

describe('who reads what is for someone on leave', () => {
  const leave = [{ from: '2026-09-28', to: '2026-10-02' }];
  const on = '2026-09-29';

  it('is who stands in for them', () => {
    const away = aPerson('a', { leave, deputy: 'b' });
    expect(readerOn(aTeam(away, b), away, on)).toEqual({ to: b });
  });

  it('is no one until they are back, where others with their role are at work', () => {
    const away = aPerson('a', { leave });
    expect(readerOn(aTeam(away, b), away, on)).toEqual({ backOn: '2026-10-03' });
  });

  it('is they themselves where no one else would hear', () => {
    const away = aPerson('a', { leave, roles: ['SERVICE_MANAGER'] });
    expect(readerOn(aTeam(away, b), away, on)).toEqual({ to: away });
  });
});
