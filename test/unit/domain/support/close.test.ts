import { describe, expect, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered } from '#domain/support/answer.ts';
import type { VisitOutcome } from '#domain/support/block-shape.ts';
import { supportClosed } from '#domain/support/close.ts';
import { cameToNothingLately } from '#domain/support/closing-reasons.ts';
import { takenOff } from '#domain/support/end.ts';
import { offerMade } from '#domain/support/make.ts';
import type { Support } from '#domain/support/support.ts';
import { handedOver } from './support-states.ts';

const by = personActor('kim', 'Kim Park', 'Practitioner');
const moment = { now: '2026-12-01T09:00:00.000Z', policyVersion: 1 };
const closing = { why: 'FINISHED', by, report: 'He sits' } as const;
const { support } = handedOver('23456789CDF');
const begun: Support = { ...support, status: 'STARTED', list: null };

/** Visits on one day after the other, in which this happened. */
function visits(...what: readonly VisitOutcome[]): NonNullable<Support['block']> {
  return {
    ...{ pathway: 'HOME_VISITING', practitioner: 'kim', since: moment.now },
    visits: what.map((one, n) => ({
      ...{ id: `V${n + 1}`, kind: 'SESSION', on: `2026-11-1${n}`, at: '09:30', where: 'HOME' },
      ...{ plannedBy: by, plannedAt: moment.now },
      outcome: { what: one, childSeen: one === 'ATTENDED', by, at: moment.now },
    })),
  };
}

describe('a support that is closed', () => {
  test.each(['WAITING', 'OFFERED', 'ACCEPTED', 'ENDED'] as const)(
    'is not one that is %s (early, or twice)',
    (status) => {
      expect(supportClosed({ ...begun, status }, moment, closing)).toBeUndefined();
    },
  );

  test('keeps who closed it, why, and the report as a text of its history', () => {
    const closed = supportClosed(begun, moment, closing);
    expect(closed).toMatchObject({
      status: 'ENDED',
      next: 'DONE',
      ended: { why: 'FINISHED', by },
      toClose: moment.now,
    });
    expect(closed?.history.at(-1)).toMatchObject({ event: 'SUPPORT_CLOSED', by, why: 'FINISHED', text: 'He sits' });
  });
});

test('a child who is taken off a list with an accepted offer gives its slot back', () => {
  const offer = {
    id: 'O1',
    slot: { id: 'V1', pathway: 'PORTAGE_GROUP', locality: 'Taunton', day: 'MONDAY', at: '09:30' },
  };
  const offered = offerMade(support, moment, { ...offer, by });
  const yes = { offer: 'O1', what: 'ACCEPTED', way: 'STAFF', by } as const;
  const accepted = offered && answered(offered, moment, yes, defaultPolicy);
  expect(accepted && takenOff(accepted, moment, [])).toMatchObject({ toFree: [{ slot: 'V1', offer: 'O1' }] });
});

describe('the last contacts of a family', () => {
  test.each<[VisitOutcome[], number]>([
    [['ATTENDED', 'FAMILY_CANCELLED', 'NO_ACCESS', 'ATTENDED'], 2],
    [['FAMILY_CANCELLED', 'FAMILY_CANCELLED', 'ATTENDED', 'ATTENDED', 'ATTENDED', 'ATTENDED'], 0],
    [['WAS_NOT_BROUGHT', 'SERVICE_CANCELLED', 'SERVICE_CANCELLED', 'SERVICE_CANCELLED', 'ATTENDED'], 1],
    [[], 0],
  ])('of %o came to nothing by the family: %i', (what, count) => {
    expect(cameToNothingLately({ block: visits(...what) })).toBe(count);
  });

  test('are sessions of a group too', () => {
    const session = (on: string, isPresent: boolean) => ({ group: 'G1', on, isPresent, at: moment.now, by });
    const attendance = [session('2026-11-10', true), session('2026-11-17', false), session('2026-11-24', false)];
    expect(cameToNothingLately({ attendance })).toBe(2);
  });
});
