import { expect, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { bodyOf } from '#test/cases.ts';
import { aCheck } from '#test/contract/samples.ts';
import { developmentOf as everyRow } from '#web/components/record/development.ts';

/** The areas that were assessed; the others of the nine follow, see glance.test.ts. */
const developmentOf = (...given: Parameters<typeof everyRow>) =>
  everyRow(...given).filter(({ isAssessed }) => isAssessed);

const assessment = { area: 'locomotor', tool: 'SOGS', assessedOn: '2026-09-10' };
const referral = (changes: object) =>
  referralSchema.parse({ ...bodyOf('C01', []), assessments: [{ ...assessment, ...changes }] });
const computed = { areas: [{ area: 'locomotor', chronologicalAgeMonths: 24.03, delayPercent: 50.4, meets: true }] };

test('an area stands beside the age and the delay that the check worked out', () => {
  expect(developmentOf(referral({ developmentalAgeMonths: 12 }), { ...aCheck('REF1', 1), computed }, '1/2')).toEqual([
    {
      area: 'Locomotor',
      ages: { skills: 12, age: 24.03 },
      developmentalAge: '12 of 24.03 months',
      delay: '50.4%',
      meets: true,
      isNear: false,
      isAssessed: true,
      corrected: '',
      how: 'SOGS, 10 September 2026',
      answered: '',
    },
  ]);
});

test('a score without a developmental age is shown as what it is, and no age is invented', () => {
  const rows = developmentOf(referral({ score: 20, cutOff: 30 }), undefined, '1/2');
  expect(rows).toMatchObject([{ developmentalAge: 'score 20, cut-off 30', delay: '', meets: false }]);
});

test('another tool is named by its name', () => {
  const rows = developmentOf(referral({ tool: 'OTHER', toolName: 'Mullen Scales' }), undefined, '1/2');
  expect(rows).toMatchObject([{ how: 'Mullen Scales, 10 September 2026' }]);
});

test('an area that was not scored says so', () => {
  expect(developmentOf(referral({}), undefined, '1/2')).toMatchObject([{ developmentalAge: 'not scored' }]);
});

test('a delay of 49.6 percent is no half, and neither its percentage nor its ages read as one', () => {
  const areas = [{ area: 'locomotor', chronologicalAgeMonths: 24, delayPercent: 49.58, meets: false }];
  const rows = developmentOf(
    referral({ developmentalAgeMonths: 12.1 }),
    { ...aCheck('REF1', 1), computed: { areas } },
    '1/2',
  );
  expect(rows).toMatchObject([
    { developmentalAge: '12.1 of 24 months', delay: '49.6%, just under half', meets: false },
  ]);
});

const newest = { ...assessment, developmentalAgeMonths: 10, assessedOn: '2026-10-01', at: '2026-10-05T09:00:00.000Z' };
const since = (at: string) =>
  developmentOf(referral({ developmentalAgeMonths: 12 }), { ...aCheck('REF1', 1), at, computed }, '1/2', {
    newestAreas: [newest],
  });

test('an area that the referrer answered since says when, and what the referral says', () => {
  expect(since('2026-10-05T09:01:00.000Z')).toMatchObject([
    {
      developmentalAge: '10 of 24.03 months',
      how: 'SOGS, 1 October 2026',
      answered: 'The referrer answered this on 5 October 2026. The referral says 12 months.',
    },
  ]);
});

test('an area that no check has seen since it was answered has no delay yet', () => {
  expect(since('2026-10-05T08:59:00.000Z')).toMatchObject([{ developmentalAge: '10 months', delay: '', meets: false }]);
});

test('an area that only the answer has is no area that was not assessed', () => {
  const rows = everyRow(referral({ developmentalAgeMonths: 12 }), undefined, '1/2', {
    newestAreas: [{ ...newest, area: 'visual' }],
  });
  expect(rows.filter(({ area }) => area === 'Visual')).toMatchObject([
    { developmentalAge: '10 months', answered: 'The referrer answered this on 5 October 2026.' },
  ]);
});

test('an area of an answer by phone says who gave it and when, and who recorded it and when', () => {
  const by = personActor('someone', 'Sam Someone', 'triager');
  const given = { name: 'Jo Visitor', on: '2026-10-02', by };
  const rows = developmentOf(referral({ developmentalAgeMonths: 12 }), undefined, '1/2', {
    newestAreas: [newest],
    answers: [{ at: newest.at, text: '', evidence: [], given }],
  });
  expect(rows[0]?.answered).toBe(
    'Given by Jo Visitor on 2 October 2026. Recorded by Sam Someone, triager on 5 October 2026 at 10am. The referral says 12 months.',
  );
});
