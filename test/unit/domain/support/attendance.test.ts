import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answered } from '#domain/support/answer.ts';
import { attendanceOn, attended, inGroupSince } from '#domain/support/attendance.ts';
import { supportEnded } from '#domain/support/end.ts';
import { newSupport, offerMade } from '#domain/support/make.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import type { Support } from '#domain/support/support.ts';
import { addDays } from '#domain/values/dates.ts';
import { anEntry } from '#test/contract/samples.ts';

const by = personActor('kim', 'Kim Park', 'Portage practitioner');
const moment = { now: '2026-10-05T12:00:00.000Z', policyVersion: 1 };
const slot = { id: 'g1-2', pathway: 'PORTAGE_GROUP', locality: 'Yeovil', day: 'MONDAY', at: '10:00' };

/** A child who was offered a place in a Portage group, and what the family answered. */
function child(what: FamilyAnswer = 'ACCEPTED'): Support {
  const at = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };
  const offered = offerMade(newSupport('REF1', anEntry('1#a'), at), at, { id: 'O1', slot, by });
  const support = offered && answered(offered, at, { offer: 'O1', what, way: 'STAFF', by }, defaultPolicy);
  if (!support) throw new Error('no support');
  return support;
}
const on = (day: string, isPresent: boolean) => ({ group: 'g1', on: day, isPresent, by });

describe('a session of a group', () => {
  it('that a child comes to first starts support, takes them off the list and stops the clock', () => {
    const after = attended(child(), moment, on('2026-10-05', true));
    expect(after).toMatchObject({ status: 'STARTED', list: null, started: { on: '2026-10-05' } });
    expect(after?.history.slice(-2).map(({ event }) => event)).toEqual(['GROUP_ATTENDANCE', 'SUPPORT_STARTED']);
  });

  it('that a child misses starts nothing', () => {
    const after = attended(child(), moment, on('2026-10-05', false));
    expect([after?.status, after?.list, after?.started]).toEqual(['ACCEPTED', child().list, undefined]);
  });

  it('is recorded once, however often it is sent', () => {
    const once = attended(child(), moment, on('2026-10-05', true));
    expect(once && attended(once, moment, on('2026-10-05', true))).toBeUndefined();
  });

  it('can be corrected, and the history keeps both', () => {
    const first = attended(child(), moment, on('2026-10-05', false));
    const after = first && attended(first, moment, on('2026-10-05', true));
    expect(after && attendanceOn(after, 'g1', '2026-10-05')?.isPresent).toBe(true);
    expect(after?.attendance).toHaveLength(1);
    expect(after?.history.filter(({ event }) => event === 'GROUP_ATTENDANCE')).toHaveLength(2);
  });

  it.each<[string, Support | undefined]>([
    ['who said no', child('DECLINED')],
    ['whose family asked to be called', child('CALL_ME')],
    ['whose case has ended', supportEnded(child(), moment, 'DIED')],
  ])('is not recorded for a child %s', (_, support) => {
    expect(support && inGroupSince(support, 'g1')).toBeUndefined();
    expect(support && attended(support, moment, on('2026-10-05', true))).toBeUndefined();
  });

  it('of another group is not recorded, though its name begins alike', () => {
    expect(attended(child(), moment, { ...on('2026-10-05', true), group: 'g' })).toBeUndefined();
  });

  it('in whatever order registers come, support began on the first day that the child came', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(marks, (all) => {
        const last = new Map(all);
        const sent = [...last].map(([week, isPresent]) => on(addDays('2026-10-05', 7 * week), isPresent));
        const after = sent.reduce((support, one) => attended(support, moment, one) ?? support, child());
        const came = sent.filter(({ isPresent }) => isPresent).map((one) => one.on);
        expect(after.started?.on).toBe(came.toSorted()[0]);
        expect(after.attendance ?? []).toHaveLength(sent.length);
        expect(after.history.filter(({ event }) => event === 'SUPPORT_STARTED')).toHaveLength(came.length > 0 ? 1 : 0);
      }),
    );
  });
});
