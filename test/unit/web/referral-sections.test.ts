import { describe, expect, it } from 'vitest';
import { referralSections } from '#web/record/referral-sections.ts';

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

  it('numbers the items of a list and leaves evidence to its own list', () => {
    const assessments = [
      { area: 'speech_and_language', tool: 'SOGS' },
      { area: 'visual', tool: 'UNSTATED' },
    ];
    expect(rows({ assessments, evidence: [{ title: 'x' }] })).toEqual([
      { in: 'Assessments 1', label: 'Area of development', value: 'Speech and language' },
      { in: 'Assessments 1', label: 'Assessment tool', value: 'SOGS' },
      { in: 'Assessments 2', label: 'Area of development', value: 'visual' },
      { in: 'Assessments 2', label: 'Assessment tool', value: 'Unstated' },
    ]);
  });

  it('shows a field that nobody gave words to under its own name', () => {
    expect(rows({ child: { favouriteToy: 'cups' } })).toEqual([{ in: 'Child', label: 'Favourite toy', value: 'cups' }]);
  });

  it.each([null, 'text', 7, []])('shows nothing of %j (malformed)', (body) => {
    expect(rows(body)).toEqual([]);
  });
});
