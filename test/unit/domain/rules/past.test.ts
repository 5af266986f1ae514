import { describe, expect, test } from 'vitest';
import { callProblems, declaresImmediateRisk } from '#domain/referral/emergency-call.ts';
import { validateReferral } from '#domain/referral/validate.ts';
import { aReferral, scored } from '../a-referral.ts';

const on = '2026-09-24';
const base = aReferral();

/** The rule that these changes break, with its path. */
function broken(changes: object): string[] {
  const validated = validateReferral({ ...base, ...changes }, on);
  return validated.ok ? [] : validated.problems.map(({ path, rule }) => `${path}: ${rule}`);
}

const born = (dob: string) => broken({ child: { ...base.child, dob }, assessments: [] });

describe('what has happened has a day that is not after the referral', () => {
  test.each([
    ['evidence[0].dated', (day: string) => ({ evidence: [{ type: 'SOGS', title: 'Form', dated: day }] })],
    ['agreement.on', (day: string) => ({ agreement: { on: day } })],
    ['agreement.privacyNoticeGivenOn', (day: string) => ({ agreement: { privacyNoticeGivenOn: day } })],
    ['section23Notification.on', (day: string) => ({ section23Notification: { made: true, on: day } })],
    [
      'earlyHelpAssessment.completedOn',
      (day: string) => ({ earlyHelpAssessment: { evidenceId: 'e', completedOn: day } }),
    ],
    ['assessments[0].assessedOn', (day: string) => ({ assessments: [scored('visual', 3, day)] })],
  ])('%s', (path, given) => {
    expect(broken(given(on))).toEqual([]);
    expect(broken(given('2026-09-25'))).toEqual([`${path}: after-referral`]);
    expect(broken(given('2206-09-24'))).toEqual([`${path}: after-referral`]);
    expect(broken(given('0026-09-24'))).toEqual([`${path}: year`]);
    expect(broken(given('1926-09-24'))).toEqual([`${path}: year`]);
  });
});

describe('the year of birth', () => {
  test.each(['0024-09-10', '0204-09-10', '1924-09-10', '2000-12-31'])('%s: another year was meant', (dob) => {
    expect(born(dob)).toEqual(['child.dob: year']);
  });

  test.each(['2001-01-01', '2014-05-05', '2024-02-29'])('%s is read, and the published rules say the rest', (dob) => {
    expect(born(dob)).toEqual([]);
  });
});

describe('the emergency call', () => {
  const now = '2026-09-24T09:00:00.000Z';
  const called = (emergencyCallMadeAt: string) => ({
    ...{ ...base, immediateRisk: true },
    ...{ emergencyCallMadeAt, emergencyCallMadeBy: 'A. Referrer' },
  });

  test.each([
    ['an hour ago by the clocks of London', '2026-09-24T09:00'],
    ['yesterday', '2026-09-23T23:59'],
    ['at this moment, with an offset', '2026-09-24T10:00:00+01:00'],
    ['four minutes ahead, by a clock that is fast', '2026-09-24T10:04'],
  ])('made %s counts', (_, at) => {
    expect(declaresImmediateRisk(called(at), now)).toBe(false);
    expect(callProblems(called(at), now)).toEqual([]);
  });

  test.each([
    ['tomorrow', '2026-09-25T09:00', 'in-future'],
    ['in ten minutes', '2026-09-24T10:10', 'in-future'],
    ['in ten minutes, with an offset', '2026-09-24T09:10:00Z', 'in-future'],
    ['next year', '2027-09-24T09:00', 'in-future'],
    ['in the year 26', '0026-09-24T09:00', 'year'],
    ['a hundred years ago', '1926-09-24T09:00', 'year'],
  ])('hostile: made %s does not open the gate', (_, at, rule) => {
    expect(declaresImmediateRisk(called(at), now)).toBe(true);
    expect(callProblems(called(at), now)).toMatchObject([{ path: 'emergencyCallMadeAt', rule }]);
  });
});
