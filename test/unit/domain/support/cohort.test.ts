import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { birthDateCorrected } from '#domain/case/corrected.ts';
import { deathRecorded, deathUndone } from '#domain/case/death.ts';
import { caseDueAt, caseRow, schoolKeyOf } from '#domain/case/index-keys.ts';
import {
  entryDeferred,
  isSchoolOver,
  schoolAnswered,
  schoolChosen,
  schoolInvited,
  schoolNoted,
  schoolTold,
} from '#domain/case/school.ts';
import { schoolLines } from '#domain/notices/school-lines.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy as policy } from '#domain/service/policy.ts';
import { cohortPlace, hadMost } from '#domain/support/starting-school.ts';
import type { Support } from '#domain/support/support.ts';
import { caseWith, listed } from '../../application/notices/sample.ts';

const by = personActor('pat', 'Pat Green', 'Service manager');
const [AT, LATER] = ['2027-03-01T09:00:00.000Z', '2027-03-02T09:00:00.000Z'];
const at = (now: string) => ({ now, policyVersion: 1 });
const said = { by, reason: 'The parents and the school agreed' };
const town = 'Taunton';

/** A child whom we accepted and who starts school in September 2027. */
const starter = (patch: Partial<Case> = {}): Case => ({
  ...listed('INITIAL_ASSESSMENT'),
  ...{ next: 'DONE', outbox: [], school: { year: 2027 } },
  ...patch,
});
const must = (theCase: Case | undefined): Case => {
  if (!theCase) throw new Error('Nothing changed.');
  return theCase;
};
const invited = (theCase = starter()) => must(schoolInvited(theCase, at(AT), { by, year: 2027, town }));

type Had = Pick<Support, 'block' | 'started' | 'attendance' | 'offers'>;
const nothing: Had = { offers: [] };
const started = (pathway: string): Had => ({ offers: [], started: { on: '2026-01-05', at: AT, by, pathway } });
const session = (what: 'ATTENDED' | 'NO_ACCESS'): Had => ({
  offers: [],
  block: {
    ...{ pathway: 'HOME_VISITING', practitioner: 'nia', since: AT },
    visits: [
      {
        ...{ id: 'V1', kind: 'SESSION', on: '2026-01-05', at: '09:30', where: 'HOME', plannedBy: by, plannedAt: AT },
        outcome: { what, childSeen: what === 'ATTENDED', by, at: AT },
      },
    ],
  },
});
const slot = { id: 'g1-2', pathway: 'PORTAGE_GROUP', locality: town, day: 'MONDAY', at: '09:30' };
const inGroup = (isPresent: boolean): Had => ({
  offers: [{ id: 'O1', slot, madeAt: AT, by }],
  attendance: [{ group: 'g1', on: '2026-01-05', isPresent, at: AT, by }],
});

describe('the cohort of the summer term of 2027', () => {
  test.each<[string, Had | undefined, string, string]>([
    ['home visits that began', started('HOME_VISITING'), 'IN', 'HAD_HOME_VISITING'],
    ['one weekly session', session('ATTENDED'), 'IN', 'HAD_HOME_VISITING'],
    ['a weekly session that was missed', session('NO_ACCESS'), 'REVIEW', 'HAD_STAY_AND_PLAY'],
    ['the Portage group', started('PORTAGE_GROUP'), 'IN', 'HAD_PORTAGE_GROUP'],
    ['one session of the Portage group', inGroup(true), 'IN', 'HAD_PORTAGE_GROUP'],
    ['a place in the Portage group, never used', inGroup(false), 'REVIEW', 'HAD_STAY_AND_PLAY'],
    ['Little Treasures alone', started('LITTLE_TREASURES'), 'REVIEW', 'HAD_LITTLE_TREASURES'],
    [
      'Little Treasures and then the Portage group',
      { ...inGroup(true), ...started('LITTLE_TREASURES'), ...{ offers: inGroup(true).offers } },
      'IN',
      'HAD_PORTAGE_GROUP',
    ],
    ['an offer, and nothing that began', nothing, 'REVIEW', 'HAD_STAY_AND_PLAY'],
    ['no offer at all', undefined, 'REVIEW', 'HAD_STAY_AND_PLAY'],
  ])('a child who had %s', (_, support, is, why) => {
    expect(cohortPlace(starter(), support, 2027)).toEqual({ is, why });
  });

  test('sessions that a spreadsheet counts are home visits', () => {
    const imported = { file: 'f', sessionsHad: 4 };
    expect(cohortPlace(starter({ imported }), undefined, 2027).is).toBe('IN');
    expect(hadMost({ imported: { ...imported, sessionsHad: 0 } }, undefined)).toBe('STAY_AND_PLAY');
  });

  test('a child from a spreadsheet that no one released is not in it', () => {
    const imported = { file: 'f', sessionsHad: 4, quietSince: AT };
    expect(cohortPlace(starter({ imported }), undefined, 2027)).toEqual({ is: 'OUT', why: 'NOT_RELEASED' });
    expect(schoolInvited(starter({ imported }), at(AT), { by, year: 2027, town })).toBeUndefined();
  });

  test.each([
    ['2022-08-31', 2026],
    ['2022-09-01', 2027],
    ['2023-08-31', 2027],
    ['2023-09-01', 2028],
  ])('a child born on %s is in that of %i alone', (dob, year) => {
    const theCase = must(schoolNoted(listed('INITIAL_ASSESSMENT'), at(AT), dob, policy));
    const isIn = [2026, 2027, 2028].filter((one) => cohortPlace(theCase, started('HOME_VISITING'), one).is === 'IN');
    expect([isIn, schoolKeyOf(theCase)]).toEqual([[year], year]);
  });

  test('a person decides in place of the rule, for that year alone', () => {
    const chosen = (isInvited: boolean) => must(schoolChosen(starter(), at(AT), { ...said, year: 2027, isInvited }));
    expect(cohortPlace(chosen(true), nothing, 2027)).toEqual({ is: 'IN', why: 'CHOSEN' });
    expect(cohortPlace(chosen(false), started('HOME_VISITING'), 2027)).toEqual({ is: 'OUT', why: 'LEFT_OUT' });
    const later = must(entryDeferred(chosen(false), at(LATER), { ...said, isDeferred: true }));
    expect(cohortPlace(later, started('HOME_VISITING'), 2028).is).toBe('IN');
  });

  test('a corrected date of birth moves the child to the right year', () => {
    const dates = { from: '2023-08-31', on: '2023-09-01' };
    const corrected = must(birthDateCorrected(starter(), at(AT), { ...said, ...dates }, policy));
    expect(schoolKeyOf(corrected)).toBe(2028);
  });
});

describe('deferred entry', () => {
  const deferred = () => must(entryDeferred(starter(), at(AT), { ...said, isDeferred: true }));

  test('moves the child to the year after, with the reason and who recorded it', () => {
    const theCase = deferred();
    expect(cohortPlace(theCase, started('HOME_VISITING'), 2027)).toEqual({ is: 'OUT', why: 'ANOTHER_YEAR' });
    expect(cohortPlace(theCase, started('HOME_VISITING'), 2028).is).toBe('IN');
    expect(theCase.school?.deferredEntry).toEqual({ at: AT, by, reason: said.reason });
    expect(theCase.history.at(-1)).toMatchObject({
      event: 'SCHOOL_ENTRY_DEFERRED',
      by,
      isDeferred: true,
      text: said.reason,
    });
  });

  test('is taken back, and both stand in the history', () => {
    const back = must(entryDeferred(deferred(), at(LATER), { ...said, isDeferred: false }));
    expect([back.school, schoolKeyOf(back)]).toEqual([{ year: 2027 }, 2027]);
    expect(back.history.slice(-2).map(({ event }) => event)).toEqual(Array(2).fill('SCHOOL_ENTRY_DEFERRED'));
  });

  test('recorded twice changes nothing (twice), nor for a child whom we never accepted', () => {
    expect(entryDeferred(deferred(), at(LATER), { ...said, isDeferred: true })).toBeUndefined();
    expect(entryDeferred(caseWith({}), at(AT), { ...said, isDeferred: true })).toBeUndefined();
  });

  test('calls off an invitation of which no one was told yet, and it can be made again', () => {
    const off = must(entryDeferred(invited(), at(LATER), { ...said, isDeferred: true }));
    expect([off.school?.invited, caseDueAt(off)]).toEqual([undefined, undefined]);
    const back = must(entryDeferred(off, at(LATER), { ...said, isDeferred: false }));
    expect(invited(back).school?.invited?.toTell).toBe(AT);
  });

  test('keeps what the family was told before, and the next year invites anew', () => {
    const told = must(schoolTold(invited(), at(AT), 2027));
    const yes = must(schoolAnswered(told, at(AT), { by, year: 2027, what: 'YES' }));
    const off = must(entryDeferred(yes, at(LATER), { ...said, isDeferred: true }));
    expect([isSchoolOver(off), off.school?.invited?.year]).toEqual([true, 2027]);
    const next = must(schoolInvited(off, at(LATER), { by, year: 2028, town }));
    expect([next.school?.invited?.year, next.school?.answer]).toEqual([2028, undefined]);
  });
});

describe('an invitation', () => {
  test('is due to be told at once, once each year', () => {
    const theCase = invited();
    expect([caseDueAt(theCase), caseRow(theCase).more]).toMatchObject([AT, { school: 'INVITED', schoolAt: AT }]);
    expect(schoolInvited(theCase, at(LATER), { by, year: 2027, town })).toBeUndefined();
    const told = must(schoolTold(theCase, at(LATER), 2027));
    expect([caseDueAt(told), schoolTold(told, at(LATER), 2027)]).toEqual([undefined, undefined]);
  });

  test('is made to no one of another year, and to no one who is left out', () => {
    const out = must(schoolChosen(starter(), at(AT), { ...said, year: 2027, isInvited: false }));
    expect(schoolInvited(starter(), at(AT), { by, year: 2028, town })).toBeUndefined();
    expect(schoolInvited(out, at(AT), { by, year: 2027, town })).toBeUndefined();
  });

  test('has the last answer that staff recorded, and each stands in the history', () => {
    const none = must(schoolAnswered(invited(), at(AT), { by, year: 2027, what: 'NO_ANSWER' }));
    const yes = must(schoolAnswered(none, at(LATER), { by, year: 2027, what: 'YES' }));
    expect([yes.school?.answer, caseRow(yes).more]).toMatchObject([
      { at: LATER, by, what: 'YES' },
      { school: 'YES', schoolAt: LATER },
    ]);
    expect(schoolAnswered(yes, at(LATER), { by, year: 2027, what: 'YES' })).toBeUndefined();
    expect(yes.history.slice(-2)).toMatchObject([{ what: 'NO_ANSWER' }, { what: 'YES' }]);
  });

  test('an answer to none is not kept (out of order)', () => {
    expect(schoolAnswered(starter(), at(AT), { by, year: 2027, what: 'YES' })).toBeUndefined();
    expect(schoolAnswered(invited(), at(AT), { by, year: 2028, what: 'YES' })).toBeUndefined();
  });
});

describe('a child who has died', () => {
  const steps: readonly ((theCase: Case) => Case | undefined)[] = [
    (theCase) => deathRecorded(theCase, at(AT), by),
    (theCase) => deathUndone(theCase, at(AT), said),
    (theCase) => entryDeferred(theCase, at(AT), { ...said, isDeferred: true }),
    (theCase) => entryDeferred(theCase, at(AT), { ...said, isDeferred: false }),
    (theCase) => schoolChosen(theCase, at(AT), { ...said, year: 2027, isInvited: true }),
    (theCase) => schoolChosen(theCase, at(AT), { ...said, year: 2028, isInvited: true }),
    (theCase) => schoolInvited(theCase, at(AT), { by, year: 2027, town }),
    (theCase) => schoolInvited(theCase, at(AT), { by, year: 2028, town }),
    (theCase) => schoolTold(theCase, at(AT), 2027),
    (theCase) => schoolAnswered(theCase, at(AT), { by, year: 2027, what: 'YES' }),
  ];

  test('is in no cohort, is counted as nothing to do, and gets no new invitation, whatever went before (out of order)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(steps.length - 1), { maxLength: 12 }), (order) => {
        let theCase = starter();
        for (const n of order) {
          const next = steps[n]?.(theCase) ?? theCase;
          if (theCase.death && next.school?.invited) expect(next.school.invited.at).toBe(theCase.school?.invited?.at);
          theCase = next;
          const isIn = [2026, 2027, 2028].filter(
            (year) => cohortPlace(theCase, started('HOME_VISITING'), year).is !== 'OUT',
          );
          if (theCase.death)
            expect([isIn, isSchoolOver(theCase), schoolLines([caseRow(theCase)], AT)]).toEqual([[], true, []]);
          else expect(isIn.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
