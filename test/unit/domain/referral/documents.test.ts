import { describe, expect, test } from 'vitest';
import { validateReferral } from '#domain/referral/validate.ts';
import { aReferral } from '../a-referral.ts';

const on = '2026-09-24';
const item = { type: 'SOGS', title: 'Schedule of Growing Skills' } as const;

function problems(changes: Parameters<typeof aReferral>[0]) {
  const validated = validateReferral(aReferral(changes), on);
  return validated.ok ? [] : validated.problems.map(({ code, path }) => `${code} ${path}`);
}

describe('further pages of one document', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, i) => `page-${i + 2}`);

  test.each([1, 19])('%i of them are accepted', (count) => {
    expect(problems({ evidence: [{ ...item, evidenceId: 'page-1', furtherPages: pages(count) }] })).toEqual([]);
  });

  test.each([
    ['an empty list', [], 'evidence[0].furtherPages'],
    ['twenty of them', pages(20), 'evidence[0].furtherPages'],
    ['an id with a slash', ['../page-2'], 'evidence[0].furtherPages[0]'],
    ['an empty id', ['page-2', ''], 'evidence[0].furtherPages[1]'],
  ])('malformed: %s', (_, furtherPages, path) => {
    expect(problems({ evidence: [{ ...item, evidenceId: 'page-1', furtherPages }] })).toEqual([
      `FIELD_INVALID ${path}`,
    ]);
  });
});

describe('a file that is named twice', () => {
  test.each([
    ['in one document', [{ ...item, evidenceId: 'a', furtherPages: ['b', 'a'] }], 'evidence[0].furtherPages[1]'],
    [
      'in two documents',
      [
        { ...item, evidenceId: 'a' },
        { ...item, evidenceId: 'a' },
      ],
      'evidence[1].evidenceId',
    ],
    [
      'as a page of two documents',
      [
        { ...item, evidenceId: 'a', furtherPages: ['b'] },
        { ...item, evidenceId: 'c', furtherPages: ['b'] },
      ],
      'evidence[1].furtherPages[0]',
    ],
  ])('%s is refused where it stands again', (_, evidence, path) => {
    expect(problems({ evidence })).toEqual([`FIELD_INVALID ${path}`]);
  });

  test('as evidence and as the Early Help Assessment is refused at the assessment, and says where it was before', () => {
    const evidence = [{ ...item, evidenceId: 'a', furtherPages: ['b'] }];
    const result = validateReferral(aReferral({ evidence, earlyHelpAssessment: { evidenceId: 'b' } }), on);
    expect(result).toEqual({
      ok: false,
      problems: [
        {
          code: 'FIELD_INVALID',
          path: 'earlyHelpAssessment.evidenceId',
          rule: 'file-twice',
          params: { file: 'EARLY_HELP_ASSESSMENT', before: { document: 1, page: 2, pages: 2 } },
        },
      ],
    });
  });

  test('items that name no file yet are not the same file (half-finished)', () => {
    expect(problems({ evidence: [item, item] })).toEqual([]);
  });
});

describe('the Early Help Assessment', () => {
  test.each([undefined, on, '2019-02-28'])('completed on %s is accepted', (completedOn) => {
    const earlyHelpAssessment = { evidenceId: 'eha', ...(completedOn && { completedOn }) };
    expect(problems({ earlyHelpAssessment })).toEqual([]);
  });

  test.each([
    ['after the referral', '2026-09-25'],
    ['no real day', '2026-02-30'],
    ['no date', 'yesterday'],
  ])('malformed: completed on a day that is %s', (_, completedOn) => {
    expect(problems({ earlyHelpAssessment: { evidenceId: 'eha', completedOn } })).toEqual([
      'FIELD_INVALID earlyHelpAssessment.completedOn',
    ]);
  });

  test('without its file is refused (half-finished)', () => {
    expect(validateReferral({ ...aReferral(), earlyHelpAssessment: {} }, on)).toMatchObject({
      problems: [{ code: 'FIELD_MISSING', path: 'earlyHelpAssessment.evidenceId' }],
    });
  });
});
