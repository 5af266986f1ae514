import { describe, expect, it, test } from 'vitest';
import { everySlot } from '#domain/lists/capacity.ts';
import { NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import {
  type CapacityChange,
  closedDayAdded,
  closedDayRemoved,
  groupAdded,
  groupChanged,
  practitionerAdded,
  practitionerRemoved,
  slotEnded,
  slotsAdded,
  termAdded,
  termRemoved,
} from '#domain/lists/change-capacity.ts';
import { capacityOf, kept, moment, mondays, tuesdays } from './capacity-sample.ts';

const where = { person: 'kim', locality: 'Taunton' };
const inYeovil = { person: 'kim', locality: 'Yeovil' };
const kim = capacityOf({
  practitioners: [
    { ...where, slots: [tuesdays] },
    { ...inYeovil, slots: [] },
  ],
});
const term = { name: 'Autumn', from: '2026-09-02', to: '2026-12-18' };

describe('a change of what the service can offer', () => {
  it('is the next version, and says who made it, of whom, and what it was', () => {
    const added = kept(practitionerAdded(NO_CAPACITY, moment, where));
    expect(added.version).toBe(1);
    expect(added.history).toEqual([
      { at: moment.now, by: moment.by, what: 'PRACTITIONER_ADDED', person: 'kim', to: 'Taunton' },
    ]);
  });

  test.each<[string, CapacityChange]>([
    ['PRACTITIONER_KNOWN', practitionerAdded(kim, moment, where)],
    ['UNKNOWN_PRACTITIONER', practitionerRemoved(kim, moment, { person: 'kim', locality: 'Frome' })],
    ['HAS_SLOTS', practitionerRemoved(kim, moment, where)],
    ['UNKNOWN_PRACTITIONER', slotsAdded(kim, moment, { person: 'lou', locality: 'Frome' }, [])],
    ['SLOT_CLASHES', slotsAdded(kim, moment, where, [{ ...tuesdays, id: 's2' }])],
    ['SLOT_CLASHES', slotsAdded(kim, moment, inYeovil, [{ ...tuesdays, id: 's2', from: '2027-01-04' }])],
    [
      'SLOT_CLASHES',
      slotsAdded(
        kim,
        moment,
        where,
        ['s2', 's3'].map((id) => ({ ...tuesdays, id, at: '13:00' })),
      ),
    ],
    ['UNKNOWN_SLOT', slotEnded(kim, moment, 's9', '2026-12-18')],
    ['UNKNOWN_GROUP', groupChanged(kim, moment, mondays)],
    [
      'TERM_OVERLAPS',
      termAdded(capacityOf({ terms: [term] }), moment, { ...term, from: '2026-12-18', to: '2027-02-01' }),
    ],
    ['UNKNOWN_TERM', termRemoved(kim, moment, '2026-09-02')],
    [
      'DAY_KNOWN',
      closedDayAdded(capacityOf({ closedOn: [{ on: '2026-10-16', why: 'Training' }] }), moment, {
        on: '2026-10-16',
        why: 'Snow',
      }),
    ],
    ['UNKNOWN_DAY', closedDayRemoved(kim, moment, '2026-10-16')],
  ])('is refused as %s', (refused, change) => {
    expect(change).toEqual({ refused });
  });

  it('gives a slot a last day, after which the same time can be another slot', () => {
    const ended = kept(slotEnded(kim, moment, 's1', '2026-12-18'));
    expect(everySlot(ended).map(({ until }) => until)).toEqual(['2026-12-18']);
    const again = kept(slotsAdded(ended, moment, where, [{ ...tuesdays, id: 's2', from: '2027-01-04' }]));
    expect(everySlot(again).map(({ id }) => id)).toEqual(['s1', 's2']);
  });

  it('takes the last places of a group away, and its last day where none is said', () => {
    const before = kept(groupAdded(kim, moment, { ...mondays, until: '2026-12-14' }));
    const changed = kept(groupChanged(before, moment, { ...mondays, places: 1 }));
    expect(everySlot(changed).flatMap(({ group, id, until }) => (group ? [[id, until]] : []))).toEqual([
      ['g1-1', undefined],
    ]);
  });

  it('keeps terms and closed days in order of their dates', () => {
    const spring = { name: 'Spring', from: '2027-01-04', to: '2027-03-24' };
    const terms = kept(termAdded(kept(termAdded(kim, moment, spring)), moment, term));
    expect(terms.terms).toEqual([term, spring]);
    expect(kept(termRemoved(terms, moment, term.from)).terms).toEqual([spring]);
    const days = ['2026-11-02', '2026-10-16'].map((on) => ({ on, why: 'Training' }));
    const closed = days.reduce((now, day) => kept(closedDayAdded(now, moment, day)), kim);
    expect(closed.closedOn).toEqual(days.toReversed());
  });
});
