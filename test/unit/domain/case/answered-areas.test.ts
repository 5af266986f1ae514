import { describe, expect, test } from 'vitest';
import { afterCheck } from '#domain/case/after-step.ts';
import { assessmentsNow, withNewest } from '#domain/case/answered-areas.ts';
import { mustKnowAnswers } from '#domain/case/answered-referral.ts';
import { FromALaterRelease } from '#domain/problems/errors.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { bodyOf } from '#test/cases.ts';
import { checkedCase, withAsk } from '#test/http/records.ts';

const own = (area: string, developmentalAgeMonths: number) => ({
  ...{ area, developmentalAgeMonths, tool: 'SOGS', assessedOn: '2026-09-10' },
});
const later = (area: string, developmentalAgeMonths: number) => ({
  ...{ area, developmentalAgeMonths, tool: 'ASQ3', assessedOn: '2026-10-01', at: '2026-10-05T09:00:00.000Z' },
});
const referral = referralSchema.parse({ ...bodyOf('C01', []), assessments: [own('locomotor', 12), own('visual', 9)] });
const agesNow = (...newest: ReturnType<typeof later>[]) =>
  assessmentsNow(referral, newest).map(({ area, developmentalAgeMonths }) => [area, developmentalAgeMonths]);

describe('the assessments that count', () => {
  test.each([
    [
      'no area was answered',
      [],
      [
        ['locomotor', 12],
        ['visual', 9],
      ],
    ],
    [
      'one was answered again',
      [later('visual', 7)],
      [
        ['locomotor', 12],
        ['visual', 7],
      ],
    ],
    [
      'one was answered that the referral lacks',
      [later('cognitive', 5)],
      [
        ['locomotor', 12],
        ['visual', 9],
        ['cognitive', 5],
      ],
    ],
    [
      'a later release knows the area',
      [later('of_a_later_release', 5)],
      [
        ['locomotor', 12],
        ['visual', 9],
      ],
    ],
  ])('where %s', (_what, newest, expected) => {
    expect(agesNow(...newest)).toEqual(expected);
  });

  test('keep nothing of the answer but the result', () => {
    expect(assessmentsNow(referral, [{ ...later('visual', 7), ...Object({ ofALaterRelease: 1 }) }])[1]).toEqual({
      ...{ area: 'visual', developmentalAgeMonths: 7, tool: 'ASQ3', assessedOn: '2026-10-01' },
    });
  });

  test('are the newest of each area', () => {
    const before = [later('visual', 7), later('locomotor', 9)];
    expect(withNewest(before, [own('visual', 8)], 'later').map(({ area, at }) => [area, at])).toEqual([
      ['locomotor', '2026-10-05T09:00:00.000Z'],
      ['visual', 'later'],
    ]);
  });
});

test('nothing is worked out from an area that a later release knows', () => {
  expect(() => mustKnowAnswers({ added: [], newestAreas: [later('of_a_later_release', 5)] })).toThrow(
    FromALaterRelease,
  );
  expect(() => mustKnowAnswers({ added: [], newestAreas: [later('visual', 5)] })).not.toThrow();
});

describe('a check after people have begun to look', () => {
  const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
  const ask = { why: 'INFORMATION_REQUESTED', question: '', failed: [], untilAt: null } as const;
  const begun = withAsk(checkedCase('TRIAGE'), { ...ask, failed: [] });

  test.each(['NOT_ACCEPTED_NO_EVIDENCE', 'REDIRECTED_EY_ADVISORY', 'OUT_OF_SCOPE', 'POSSIBLE_DUPLICATE'])(
    'that says %s goes to people all the same',
    (outcome) => {
      const codes = { outcome, reasons: [], flags: [] };
      expect(afterCheck(begun, moment, codes, null)).toMatchObject({ next: 'TRIAGE', outcome: null });
      expect(afterCheck(checkedCase('TRIAGE'), moment, codes, null).next).not.toBe('TRIAGE');
    },
  );
});
