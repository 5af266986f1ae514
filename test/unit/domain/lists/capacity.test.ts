import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  everySlot,
  firstDayOf,
  isOpenOn,
  nextDaysOf,
  slotById,
  slotsFrom,
  slotsOfGroup,
  slotsOn,
  takesPlace,
} from '#domain/lists/capacity.ts';
import type { Capacity } from '#domain/lists/capacity-record.ts';
import { addDays } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { aPerson, aTeam } from '../people/sample.ts';
import { capacityOf, mondays, tuesdays } from './capacity-sample.ts';

const practitioners = [{ person: 'kim', locality: 'Taunton', slots: [tuesdays] }];
const kim = aPerson('kim', { roles: ['PRACTITIONER'], leave: [{ from: '2026-11-02', to: '2026-11-06' }] });
const daysOf = (patch: Partial<Capacity>, person = kim) => ({
  capacity: capacityOf({ practitioners, ...patch }),
  team: aTeam(person),
  calendar: officeHours,
});
const autumn = { name: 'Autumn', from: '2026-09-02', to: '2026-10-23' };
const after = { name: 'Autumn 2', from: '2026-11-02', to: '2026-12-18' };

describe('a weekly visit', () => {
  test.each<[string, string, Partial<Capacity>, boolean]>([
    ['on its day', '2026-10-06', {}, true],
    ['on another day', '2026-10-07', {}, false],
    ['before it begins', '2026-09-22', {}, false],
    ['in a term', '2026-10-20', { terms: [autumn, after] }, true],
    ['between two terms', '2026-10-27', { terms: [autumn, after] }, false],
    ['on a closed day', '2026-10-06', { closedOn: [{ on: '2026-10-06', why: 'Training' }] }, false],
    ['while the practitioner is on leave', '2026-11-03', {}, false],
    ['on its last day', '2026-10-06', ended('2026-10-06'), true],
    ['after its last day', '2026-10-13', ended('2026-10-12'), false],
  ])('%s', (_, on, patch, isThere) => {
    const days = daysOf(patch);
    expect(slotsOn(days, on).map(({ id }) => id)).toEqual(isThere ? ['s1'] : []);
  });

  it('takes place on no bank holiday', () => {
    const days = daysOf({
      practitioners: [{ person: 'kim', locality: 'Taunton', slots: [{ ...tuesdays, day: 'FRIDAY' }] }],
    });
    expect(slotsOn(days, '2026-12-25')).toEqual([]);
  });

  it('of someone who has left is none', () => {
    const days = daysOf({}, { ...kim, isActive: false });
    expect(slotsOn(days, '2026-10-06')).toEqual([]);
    expect(slotsFrom(days.capacity, days.team, '2026-10-06')).toEqual([]);
  });

  it('that has ended is still found by its id, and is none to offer', () => {
    const { capacity, team } = daysOf(ended('2026-10-06'));
    expect(slotById(capacity, 's1')?.until).toBe('2026-10-06');
    expect(slotsFrom(capacity, team, '2026-10-06').length).toBe(1);
    expect(slotsFrom(capacity, team, '2026-10-07')).toEqual([]);
  });

  it('first takes place after leave, and never within four months of the last known term', () => {
    const [slot] = everySlot(daysOf({}).capacity);
    if (!slot) throw new Error('no slot');
    expect(firstDayOf(slot, daysOf({}), '2026-10-28')).toBe('2026-11-10');
    expect(firstDayOf(slot, daysOf({ terms: [autumn] }), '2026-10-21')).toBeUndefined();
  });
});

describe('a group', () => {
  const days = daysOf({ practitioners: [], groups: [mondays] });

  it('has a slot a place, none of which needs a practitioner', () => {
    expect(slotsOn(days, '2026-10-05')).toEqual(
      ['g1-1', 'g1-2'].map((id) => ({
        ...{ id, pathway: 'PORTAGE_GROUP', locality: 'Yeovil', day: 'MONDAY', at: '10:00' },
        ...{ from: '2026-09-28', until: undefined, group: 'g1' },
        ...{ ends: '11:30', where: { venue: 'Hall', access: 'Ramp' } },
      })),
    );
  });

  it('has its next dates in terms alone, past bank holidays and closed days', () => {
    const shut = { terms: [autumn, after], closedOn: [{ on: '2026-10-12', why: 'Training' }] };
    const [slot] = slotsOfGroup(mondays);
    const dates = slot && nextDaysOf(slot, daysOf({ practitioners: [], groups: [mondays], ...shut }), '2026-10-06', 3);
    expect(dates).toEqual(['2026-10-19', '2026-11-02', '2026-11-09']);
  });
});

const dates = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-09-01', n));
const ranges = fc.tuple(dates, fc.integer({ min: 0, max: 90 })).map(([from, n]) => ({ from, to: addDays(from, n) }));

describe('whatever the terms, the leave and the closed days', () => {
  it('a slot takes place only on open days, on which its practitioner is there', () => {
    fc.assert(
      fc.property(
        fc.array(ranges, { maxLength: 5 }),
        fc.array(ranges, { maxLength: 3 }),
        dates,
        dates,
        (terms, leave, closed, on) => {
          const patch = { terms: terms.map((term) => ({ name: 'T', ...term })), closedOn: [{ on: closed, why: 'W' }] };
          const days = daysOf(patch, { ...kim, leave });
          for (const slot of slotsOn(days, on)) {
            expect(isOpenOn(days, on) && isWorkingDay(on, officeHours)).toBe(true);
            expect(leave.some(({ from, to }) => from <= on && on <= to)).toBe(false);
            expect(on).not.toBe(closed);
            expect(takesPlace(slot, days, addDays(on, 1))).toBe(false);
          }
        },
      ),
    );
  });

  it('the first day of a slot is the earliest on which it takes place', () => {
    fc.assert(
      fc.property(fc.array(ranges, { maxLength: 5 }), dates, (leave, from) => {
        const days = daysOf({}, { ...kim, leave });
        const [slot] = everySlot(days.capacity);
        const first = slot && firstDayOf(slot, days, from);
        if (!slot || first === undefined) return;
        expect(takesPlace(slot, days, first)).toBe(true);
        for (let on = from; on < first; on = addDays(on, 1)) expect(takesPlace(slot, days, on)).toBe(false);
      }),
    );
  });
});

function ended(until: string): Partial<Capacity> {
  return { practitioners: [{ person: 'kim', locality: 'Taunton', slots: [{ ...tuesdays, until }] }] };
}
