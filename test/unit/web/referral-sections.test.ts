import { describe, expect, it } from 'vitest';
import { referralSections } from '#web/components/record/referral-sections.ts';

const rows = (body: unknown) =>
  referralSections(body).flatMap((section) => section.rows.map((row) => ({ in: section.title, ...row })));

describe('referralSections', () => {
  it('shows every field in the words of the schema, dates and codes as people write them', () => {
    const body = { child: { dob: '2024-09-10', unborn: false }, referrer: { role: 'NURSERY_SENDCO' }, diagnosis: null };
    expect(rows(body)).toEqual([
      { in: 'Referral', label: 'Diagnosis', value: 'None given' },
      { in: 'Child', label: 'Date of birth', value: '10 September 2024' },
      { in: 'Child', label: 'Not born yet', value: 'No' },
      { in: 'Referrer', label: 'Role of the referrer', value: 'Nursery SENDCo' },
    ]);
  });

  it('numbers the items of a list and leaves evidence and assessments to their own', () => {
    const otherInterventions = [
      { type: 'PHYSIOTHERAPY', hoursPerWeek: 1.5 },
      { type: 'PORTAGE', hoursPerWeek: 1 },
    ];
    expect(rows({ otherInterventions, evidence: [{ title: 'x' }], assessments: [{ area: 'visual' }] })).toEqual([
      { in: 'Other interventions 1', label: 'Kind of intervention', value: 'Physiotherapy' },
      { in: 'Other interventions 1', label: 'Hours a week', value: '1.5' },
      { in: 'Other interventions 2', label: 'Kind of intervention', value: 'Portage' },
      { in: 'Other interventions 2', label: 'Hours a week', value: '1' },
    ]);
  });

  it('says of several parents whose row it is', () => {
    const parents = [{ name: 'Robin' }, { name: 'Sam' }];
    expect(rows({ family: { parents } }).map(({ label }) => label)).toEqual([
      'Name of the parent or carer (1 of 2, parents and carers)',
      'Name of the parent or carer (2 of 2, parents and carers)',
    ]);
  });

  it('shows a field that nobody gave words to under its own name', () => {
    expect(rows({ child: { favouriteToy: 'cups' } })).toEqual([{ in: 'Child', label: 'Favourite toy', value: 'cups' }]);
  });

  it.each([null, 'text', 7, []])('shows nothing of %j (malformed)', (body) => {
    expect(rows(body)).toEqual([]);
  });
});
