import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { deathRecorded } from '#domain/case/death.ts';
import { eraseOn, type Kept } from '#domain/case/erase-on.ts';
import { legalHoldLifted, legalHoldSet } from '#domain/case/legal-hold.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { suggestedRetention } from '#domain/service/retention.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { checkedCase } from '#test/http/records.ts';
import { declined, inTriage, onList, stopped } from '#test/http/referral/standings.ts';

const periods = { policy: defaultPolicy, retention: suggestedRetention };
const by = personActor('pat', 'Pat', 'Service manager');
const moment = { now: '2026-10-01T09:00:00.000Z', policyVersion: 1 };
const kept = (theCase: Case, patch: Partial<Kept> = {}): Kept => ({
  ...{ theCase, support: undefined, dob: '2024-02-29', openTodos: [] },
  ...patch,
});
const when = (theCase: Case, patch: Partial<Kept> = {}) => eraseOn(kept(theCase, patch), periods);

const takenOff: Case = { ...onList(), status: 'CLOSED', outcome: 'CLOSED', list: null, next: 'DONE', outbox: [] };
const died = (theCase: Case) => deathRecorded(theCase, moment, by) ?? theCase;
const lifted = (theCase: Case) =>
  legalHoldLifted(theCase, moment, { by, reason: 'Over', seen: theCase.legalHold?.since ?? '' }) ?? theCase;
const over = (theCase: Case): Case => afterNotifying({ ...theCase, outbox: [] }, moment);

describe('the day on which a record may go', () => {
  it.each([
    ['not agreed: 28 days', stopped('NOT_ACCEPTED_NO_CONSENT', 'PARENT_DOES_NOT_AGREE'), '2026-10-22', 'NOT_AGREED'],
    ['no evidence: 6 years', stopped('NOT_ACCEPTED_NO_EVIDENCE', 'X'), '2032-09-24', 'NOT_ACCEPTED'],
    ['redirected by age: 6 years', stopped('REDIRECTED_EY_ADVISORY', 'AGE_OVER_3_0'), '2032-09-24', 'NOT_ACCEPTED'],
    ['out of scope: 6 years', stopped('OUT_OF_SCOPE', 'AGE_BEYOND_RECEPTION'), '2032-09-24', 'NOT_ACCEPTED'],
    ['declined: 6 years', declined, '2032-09-24', 'NOT_ACCEPTED'],
    ['accepted, then taken off the list: the 25th birthday', takenOff, '2049-03-01', 'ACCEPTED'],
    ['a child who died on the list, once the hold is lifted', over(lifted(died(onList()))), '2049-03-01', 'ACCEPTED'],
    [
      'a child who died before a decision, once it is lifted',
      over(lifted(died(inTriage))),
      '2032-10-01',
      'NOT_ACCEPTED',
    ],
  ])('%s', (_what, theCase, on, as) => {
    expect(when(theCase)).toEqual({ on, as });
  });

  const ask = { id: 'a', what: 'CALL_ME', from: 'FAMILY', at: moment.now, by, words: 'Ring' } as const;
  it.each<[string, Case, Partial<Kept>?]>([
    ['open in triage', inTriage],
    ['on a list', onList()],
    ['ended, and people are still being told', checkedCase('NOT_ACCEPTED_NO_CONSENT', ['X'])],
    ['parked for an operator', { ...declined, parked: { at: moment.now, why: 'Bug' } }],
    ['on legal hold', legalHoldSet(declined, moment, { by, reason: 'Inquest', seen: '' }) ?? inTriage],
    ['of a child who has died, whose hold stands', over(died(declined))],
    ['that someone asked to look at again', { ...declined, lookAgain: { at: moment.now, by, words: 'Please' } }],
    ['with something that a family asked', { ...declined, familyAsks: [ask] }],
    ['about which someone is still asked', declined, { openTodos: ['SEE_STOP'] }],
    ['of an accepted child whose date of birth cannot be read', takenOff, { dob: undefined }],
    ['with an outcome of a later release', { ...declined, outcome: 'SOMETHING_NEW' }],
    ['with no outcome', { ...declined, outcome: null, decisions: [] }],
  ])('never, of one %s', (_what, theCase, patch) => {
    expect(when(theCase, patch)).toBeUndefined();
  });

  it('of one whose parents did not agree does not wait until someone has seen the stop, but for any other task', () => {
    const theCase = stopped('NOT_ACCEPTED_NO_CONSENT', 'X');
    expect(when(theCase, { openTodos: ['SEE_STOP'] })?.on).toBe('2026-10-22');
    expect(when(theCase, { openTodos: ['SEE_STOP', 'LOOK_AGAIN'] })).toBeUndefined();
  });

  it('counts from the last change, and for an accepted child from the later of two dates of birth', () => {
    expect(when({ ...declined, updatedAt: '2027-05-05T23:30:00.000Z' })?.on).toBe('2033-05-06');
    const corrected = { from: '2024-02-29', on: '2025-06-01', at: moment.now, by, reason: 'Red book' };
    expect(when({ ...takenOff, birthDates: [corrected] })?.on).toBe('2050-06-01');
  });

  it('is never before the last change nor, of an accepted child, before the birthday (property)', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const number = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(
        fc.constantFrom(takenOff, declined, stopped('NOT_ACCEPTED_NO_CONSENT', 'X')),
        ...([day, day, number, number] as const),
        (theCase, changed, born, years, notAgreed) => {
          const retention = { ...suggestedRetention, acceptedUntilAge: 18 + years, notAcceptedYears: years };
          const updatedAt = changed.toISOString();
          const dob = born.toISOString().slice(0, 10);
          const found = eraseOn(kept({ ...theCase, updatedAt }, { dob }), {
            policy: { eraseNotAgreedDays: notAgreed },
            retention,
          });
          if (!found) throw new Error('Each of these goes one day.');
          expect(found.on > londonDateOf(updatedAt)).toBe(true);
          if (found.as === 'ACCEPTED')
            expect(Number(found.on.slice(0, 4))).toBeGreaterThanOrEqual(born.getUTCFullYear() + 18 + years);
        },
      ),
    );
  });
});
