import { describe, expect, it } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import type { Visit, VisitOutcome } from '#domain/support/block-shape.ts';
import { lastSeenOn, missedOf, missedSession, whyLook } from '#domain/support/missed.ts';
import { lookFrom } from '#domain/values/working-days.ts';

const planned = {
  kind: 'SESSION',
  at: '09:30',
  where: 'HOME',
  plannedBy: MACHINE,
  plannedAt: '2026-09-20T09:00:00.000Z',
} as const;
const recorded = { by: MACHINE, at: '2026-09-22T12:00:00.000Z' };
const visit = (id: string, on: string, what: VisitOutcome, childSeen = false): Visit => ({
  ...{ ...planned, id, on },
  outcome: { what, childSeen, ...recorded },
});
const contacts = (visits: Visit[], sessions: readonly (readonly [on: string, isPresent: boolean])[] = []) => ({
  block: { pathway: 'HOME_VISITING', practitioner: 'kim', since: '2026-09-20T09:00:00.000Z', visits },
  attendance: sessions.map(([on, isPresent]) => ({ group: 'g1', on, isPresent, ...recorded })),
});
const [first, second] = [visit('V1', '2026-09-22', 'NO_ACCESS'), visit('V2', '2026-09-29', 'WAS_NOT_BROUGHT')];
const session = missedSession('2026-09-28');

describe('what was missed', () => {
  it.each([
    ['the first, of a child with a safety flag', contacts([first]), 'V1', true, 'SAFETY_FLAG'],
    ['the first, of a child without one', contacts([first]), 'V1', false, undefined],
    ['the second, of a child without one', contacts([first, second]), 'V2', false, 'MISSED_TWICE'],
    ['a session of a group after a visit', contacts([first], [['2026-09-28', false]]), session, false, 'MISSED_TWICE'],
    ['the first session of a group, with a flag', contacts([], [['2026-09-28', false]]), session, true, 'SAFETY_FLAG'],
    ['a visit that took place', contacts([first, visit('V2', '2026-09-29', 'ATTENDED')]), 'V2', true, undefined],
    ['one that the family cancelled', contacts([visit('V1', '2026-09-22', 'FAMILY_CANCELLED')]), 'V1', true, undefined],
    [
      'a session that the register now says they came to',
      contacts([], [['2026-09-28', true]]),
      session,
      true,
      undefined,
    ],
  ])('is looked at by a person: %s', (_, support, id, isFlagged, why) => {
    expect(whyLook(support, id, isFlagged)).toBe(why);
  });

  it('says when the child was last seen, and that no one has', () => {
    expect(lastSeenOn(contacts([visit('V1', '2026-09-22', 'ATTENDED', true), second], [['2026-09-28', true]]))).toBe(
      '2026-09-28',
    );
    expect(lastSeenOn(contacts([first]))).toBeUndefined();
    expect(missedOf(contacts([first, second])).map(({ on }) => on)).toEqual(['2026-09-22', '2026-09-29']);
  });

  it.each([
    ['at once while people are at work', '2026-09-24T12:00:00.000Z', '2026-09-24T12:00:00.000Z'],
    ['this morning before they begin', '2026-09-24T04:00:00.000Z', '2026-09-24'],
    ['on the next working day in the evening', '2026-09-25T20:00:00.000Z', '2026-09-28'],
    ['on Monday at the weekend', '2026-09-26T12:00:00.000Z', '2026-09-28'],
  ])('is looked at from %s', (_, now, from) => {
    expect(lookFrom(now, defaultPolicy).startsWith(from)).toBe(true);
  });
});
