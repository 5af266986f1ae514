import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChildWhoWaits, promptsOn } from '#domain/lists/look-at-place.ts';
import { defaultPolicy as policy, policyWith } from '#domain/service/policy.ts';
import { addDays } from '#domain/values/dates.ts';

const place = { referralDate: '2026-09-24', targetOn: '2027-03-24' };
const child: ChildWhoWaits = {
  dob: '2024-09-24',
  settingHoursAtReferral: 12,
  settingHoursNow: undefined,
  assessedOn: ['2026-08-01', '2026-09-10'],
};
const on = (today: string, changes: Partial<ChildWhoWaits> = {}, at = place) =>
  promptsOn(today, at, { ...child, ...changes }, policy);

describe('what people should look at while a child waits', () => {
  test.each([
    ['soon after the referral: nothing', '2026-10-01', {}, []],
    ['the day before the third birthday', '2026-10-19', { dob: '2023-10-20' }, []],
    ['the third birthday', '2026-10-20', { dob: '2023-10-20' }, ['TURNED_3_WHILE_WAITING']],
    ['more hours in a setting', '2026-10-01', { settingHoursNow: 16 }, ['SETTING_NOW_OVER_15_HOURS']],
    ['as many as the limit', '2026-10-01', { settingHoursNow: 15 }, []],
    ['the newest assessment is 183 days old', '2027-02-01', { assessedOn: ['2026-01-01', '2026-08-02'] }, []],
    ['it is 184 days old', '2027-02-02', { assessedOn: ['2026-08-02', '2026-01-01'] }, ['ASSESSMENT_STALE']],
    ['2 days after a visit that no one recorded', '2026-10-08', { visitOn: '2026-10-06' }, []],
    ['3 days after it', '2026-10-09', { visitOn: '2026-10-06' }, ['VISIT_NOT_RECORDED']],
    ['27 days after the family accepted a place', '2026-12-28', { saidYesOn: '2026-12-01' }, []],
    ['28 days after it, not begun', '2026-12-29', { saidYesOn: '2026-12-01' }, ['YES_AND_NOT_BEGUN']],
    ['29 days before the target', '2027-02-23', {}, []],
    ['28 days before the target', '2027-02-24', {}, ['TARGET_NEAR']],
    ['the target date', '2027-03-24', { assessedOn: ['2027-01-05'] }, ['TARGET_NEAR']],
    ['the day after', '2027-03-25', { assessedOn: ['2027-01-05'] }, ['OVER_TARGET']],
  ])('%s', (_, today, changes, prompts) => {
    expect(on(today, changes)).toEqual(prompts);
  });

  test('a block of 18 weeks that would end on 31 August ends before school; one day later it does not', () => {
    const starts = { dob: '2023-03-01', assessedOn: [] };
    const at = { referralDate: '2026-03-02', targetOn: '2027-09-01' };
    expect([on('2027-04-28', starts, at), on('2027-04-29', starts, at)]).toEqual([
      [],
      ['STARTS_SCHOOL_BEFORE_A_BLOCK_WOULD_END'],
    ]);
  });

  test('a referral that no one can read (malformed): the dates of the place alone', () => {
    const nothing = { dob: undefined, settingHoursAtReferral: undefined, settingHoursNow: 40, assessedOn: [] };
    expect(promptsOn('2027-03-25', place, nothing, policy)).toEqual(['OVER_TARGET']);
  });

  test('a policy can show a target as near for longer', () => {
    expect(promptsOn('2027-01-23', place, child, policyWith({ version: 2, waitNearDays: 60 }))).toEqual([
      'TARGET_NEAR',
    ]);
  });

  test('as days pass no prompt goes but near, which turns into over', () => {
    const days = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 1000 }), (age, later, more) => {
        const born = { dob: addDays(place.referralDate, -Math.min(age, 1095)) };
        const today = addDays(place.referralDate, later);
        const then = on(addDays(today, more), born);
        const gone = on(today, born).filter((code) => !then.includes(code));
        expect(gone.filter((code) => code !== 'TARGET_NEAR' || !then.includes('OVER_TARGET'))).toEqual([]);
      }),
    );
  });
});
