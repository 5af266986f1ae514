import { describe, expect, it } from 'vitest';
import type { Referral } from '#domain/referral/schema.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { bodyOf } from '#test/cases.ts';
import { aCheck } from '#test/contract/samples.ts';
import { developmentOf, NOT_ASSESSED } from '#web/components/record/development.ts';
import { glanceOf } from '#web/components/record/glance.ts';

const body = bodyOf('C01', []);
const parent = { name: 'Ada Testerfield', email: 'ada@example.org' };
const referral = (changes: object): Referral => referralSchema.parse({ ...body, ...changes });

function glance(
  changes: object,
  today = '2026-09-24',
  list: null | { targetOn: string } = null,
  outcome: string | null = null,
) {
  const sources = { referral: referral(changes), development: developmentOf(referral(changes), undefined, '1/2') };
  const view = glanceOf({ ...sources, theCase: { list, outcome } }, today, defaultPolicy);
  return view ?? expect.fail('It can be read.');
}
const child = (dob: string, more: object = {}) => ({ child: { firstName: 'A', lastName: 'B', dob, ...more } });

describe('the age and what hangs on it', () => {
  it.each([
    ['2024-09-10', '2 years 14 days', '10 September 2027, 351 days left', false],
    ['2023-09-25', '2 years 11 months 30 days', '25 September 2026, 1 day left', true],
    ['2023-09-24', '3 years', '24 September 2026, today', true],
    ['2023-09-21', '3 years 3 days', '21 September 2026, 3 days ago', false],
    ['2024-02-29', '2 years 6 months 26 days', '1 March 2027, 158 days left', true],
  ])('of a child born on %s counts today, not on the day of the referral', (dob, age, birthdayOn, isBefore) => {
    expect(glance(child(dob))).toMatchObject({ age, birthday: 'Third birthday', birthdayOn, isBefore });
  });

  it('shows the target date of the list, or the one of an acceptance today', () => {
    expect(glance({}, '2026-08-31')).toMatchObject({
      target: '28 February 2027',
      targetFor: 'Target date if accepted today',
    });
    expect(glance({}, '2026-08-31', { targetOn: '2027-01-05' })).toMatchObject({
      target: '5 January 2027',
      targetFor: 'Target date',
    });
  });

  it('shows no target date of what was decided and is on no list', () => {
    expect(glance(child('2024-02-29'), '2026-08-31', null, 'DECLINE')).toMatchObject({ target: '', isBefore: false });
  });

  it.each([
    [{}, ''],
    [{ gestationWeeks: 40 }, ''],
    [{ gestationWeeks: 37 }, ''],
    [{ gestationWeeks: 36 }, 'Born early, at 36 weeks'],
    [{ gestationWeeks: 26 }, 'Born early, at 26 weeks'],
  ])('marks the gestation where it matters: %j', (more, bornEarly) => {
    expect(glance(child('2024-09-10', more)).bornEarly).toBe(bornEarly);
  });
});

describe('the safety facts', () => {
  const risk: [string, string] = ['Immediate risk', 'The referrer said that the child was at immediate risk'];
  const other = { name: 'Bo Testerfield', phone: '01632 960001' };
  it.each<[string, object, [string, string][]]>([
    [
      'an address kept from someone',
      { family: { parents: [{ ...parent, addressKeptFrom: 'Sam Field' }, other] } },
      [['Secret address', 'Keep the address of Ada Testerfield from: Sam Field']],
    ],
    [
      'do not contact',
      { family: { parents: [parent, { ...other, doNotContact: true }] } },
      [['Do not write', 'Do not email or write to Bo Testerfield']],
    ],
    [
      'safe ways',
      { family: { parents: [{ ...parent, safeContact: 'Text before midday' }] } },
      [['Safe contact', 'Ada Testerfield: Text before midday']],
    ],
    ['home safety', { homeSafetyNotes: 'Two dogs' }, [['Home safety', 'Two dogs']]],
    [
      'social care',
      { socialCare: { status: 'LOOKED_AFTER', socialWorkerName: 'Kim Hill' } },
      [['Social care', 'Looked after. Social worker: Kim Hill']],
    ],
    [
      'no parental responsibility',
      { family: { parents: [{ ...parent, parentalResponsibility: false }] } },
      [['Parental responsibility', 'Ada Testerfield does not have it']],
    ],
    [
      'a child at immediate risk, and the call in winter',
      { immediateRisk: true, emergencyCallMadeAt: '2026-01-20T09:30', emergencyCallMadeBy: 'Sam Field' },
      [risk, ['Emergency call', 'Made on 20 January 2026 at 9:30am by Sam Field']],
    ],
    [
      'a child at immediate risk, and the call in summer',
      { immediateRisk: true, emergencyCallMadeAt: '2026-07-20T09:30:00Z', emergencyCallMadeBy: 'Sam Field' },
      [risk, ['Emergency call', 'Made on 20 July 2026 at 10:30am by Sam Field']],
    ],
    [
      'a child at immediate risk without a call (half-finished)',
      { immediateRisk: true },
      [risk, ['Emergency call', 'The referral does not say that a call was made']],
    ],
    [
      'a call for a child who is not at immediate risk',
      { emergencyCallMadeBy: 'Sam Field' },
      [['Emergency call', 'Made by Sam Field']],
    ],
    [
      'the risk before every other fact',
      { immediateRisk: true, emergencyCallMadeBy: 'Sam Field', homeSafetyNotes: 'Two dogs' },
      [risk, ['Emergency call', 'Made by Sam Field'], ['Home safety', 'Two dogs']],
    ],
    ['a social care status of none', { socialCare: { status: 'NONE' } }, []],
    ['nothing', {}, []],
  ])('name %s', (_what, changes, facts) => {
    const plain = { family: { parents: [parent] }, homeSafetyNotes: undefined, socialCare: undefined };
    expect(glance({ ...plain, ...changes }).safety.map(({ mark, said }) => [mark, said])).toEqual(facts);
  });
});

describe('what is missing', () => {
  it('is named, and what is given is not', () => {
    const bare = glance({ family: { parents: [parent] }, agreement: undefined, home: undefined, evidence: [] });
    expect(bare.missing).toEqual(expect.arrayContaining(['Home address', 'Who agreed to the referral', 'Evidence']));
    const home = glance({ home: { address: '1 High Street' }, agreement: { by: 'Ada', on: '2026-09-01' } });
    expect(home.missing).not.toEqual(expect.arrayContaining(['Home address']));
    expect(home.missing).not.toContain('Who agreed to the referral');
  });
});

describe('the areas', () => {
  const scored = (area: string, developmentalAgeMonths: number) => ({
    area,
    developmentalAgeMonths,
    tool: 'SOGS',
    assessedOn: '2026-09-10',
  });
  const early = {
    area: 'locomotor',
    chronologicalAgeMonths: 20,
    delayPercent: 49.6,
    meets: false,
    correctedAgeMonths: 17.5,
    meetsCorrected: false,
  };
  const rows = developmentOf(
    referral({ assessments: [scored('locomotor', 10.08)] }),
    { ...aCheck('REF1', 1), computed: { areas: [early] } },
    '1/2',
  );

  it('that no one assessed are shown as such, each of the nine once', () => {
    expect(rows).toHaveLength(9);
    expect(rows.filter(({ developmentalAge }) => developmentalAge === NOT_ASSESSED)).toHaveLength(8);
    expect(glance({ assessments: [] }).notAssessed).toHaveLength(9);
  });

  it('that nearly count are named, and what the age from the due date changes', () => {
    expect(rows[0]).toMatchObject({ isNear: true, delay: '49.6%, just under half' });
    expect(rows[0]?.corrected).toBe('By the corrected age of 17.5 months: under half');
  });
});
