import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referralSchema } from '#domain/referral/schema.ts';
import { assess } from '#domain/rules/assessment.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { answers as byPage } from '#test/http/form/world.ts';
import { aReferral, scored } from '#test/unit/domain/a-referral.ts';
import { workedCases } from '#test/unit/domain/worked-cases.ts';
import { doneIn } from '#web/form/body/done.ts';
import { leftOut } from '#web/form/body/left-out.ts';
import { answersOf, readBody } from '#web/form/body/read-body.ts';
import { type Field, namesOf } from '#web/form/engine/fields.ts';
import { pages } from '#web/form/pages/all.ts';

const today = '2026-09-24';
const now = '2026-09-24T09:00:00.000Z';
const whole: Record<string, string> = Object.assign({}, ...Object.values(byPage));
const again = (body: unknown) => readBody(answersOf(body)).body;

/** What the rules make of it, in no order of areas. A child who is not born has no field in the form. */
function judged(body: unknown, on: string) {
  const { computed, problems, ...rest } = assess(body, on, defaultPolicy);
  const areas = [...(computed.areas ?? [])].sort((a, b) => a.area.localeCompare(b.area));
  return { ...rest, computed: { ...computed, areas }, problems: problems.map(({ code }) => code) };
}

/** Something that a person may have typed in answer to a question, right or wrong. */
function typed({ kind, path, options }: Field): fc.Arbitrary<Record<string, string>> {
  const day = { [`${path}-day`]: '3', [`${path}-month`]: '11', [`${path}-year`]: '2025' };
  if (kind === 'date') return fc.constantFrom({}, day);
  if (kind === 'moment') return fc.constantFrom({}, { ...day, [`${path}-time`]: '14:05' });
  if (kind === 'yes-no') return fc.constantFrom({}, { [path]: 'yes' }, { [path]: 'no' });
  if (kind === 'number') return fc.constantFrom({}, { [path]: '0' }, { [path]: '12.25' });
  if (options) return fc.constantFrom({}, ...options.map(({ value }) => ({ [path]: value })));
  return fc.constantFrom({}, { [path]: 'Some words' }, { [path]: 'Words, “quoted”\nand a second line' });
}

/** Answers to any of the questions, one entry in each list. */
const filledIn = fc
  .tuple(
    ...pages.flatMap((page) =>
      page.fields.map((field) =>
        typed(page.kind === 'list' ? { ...field, path: `${page.root}[0].${field.path}` } : field),
      ),
    ),
  )
  .map((parts): Record<string, string> => Object.assign({}, ...parts));

describe('a referral turned back into answers', () => {
  it('is the same referral again, whatever was answered in the form', () => {
    fc.assert(
      fc.property(filledIn, (answers) => {
        const { body } = readBody(answers);
        expect(again(body)).toEqual(body);
        expect(leftOut(body, answersOf(body))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(workedCases.map((one) => [one.id, one] as const))(
    '%s, as a system may send it, is judged as before',
    (_id, { body, referralDate }) => {
      expect(judged(again(body), referralDate)).toEqual(judged(body, referralDate));
    },
  );

  it('keeps the pages of a document and the early help assessment with their files', () => {
    const body = aReferral({
      evidence: [
        { type: 'SOGS', title: 'SOGS', evidenceId: 'A'.repeat(22), furtherPages: ['B'.repeat(22), 'C'.repeat(22)] },
        { type: 'CARE_PLAN', title: 'Plan', dated: '2026-09-01', author: 'A. Nurse', evidenceId: 'D'.repeat(22) },
      ],
      earlyHelpAssessment: { evidenceId: 'E'.repeat(22), completedOn: '2026-09-02' },
    });
    expect(again(body)).toMatchObject({
      evidence: body.evidence,
      earlyHelpAssessment: body.earlyHelpAssessment,
    });
  });

  it('keeps the day of each area, the tool of each in words, and what was scored', () => {
    const body = aReferral({
      assessments: [
        scored('locomotor', 12, '2026-09-10'),
        scored('manipulative', 10, '2026-09-10'),
        { area: 'visual', score: 14, cutOff: 20.5, tool: 'ASQ3', assessedOn: '2026-08-01' },
      ],
    });
    const { assessments } = referralSchema.parse(again(body));
    expect(assessments.map(({ area, assessedOn, score, cutOff }) => [area, assessedOn, score, cutOff])).toEqual([
      ['locomotor', '2026-09-10', undefined, undefined],
      ['manipulative', '2026-09-10', undefined, undefined],
      ['visual', '2026-08-01', 14, 20.5],
    ]);
    expect(new Set(assessments.map(({ toolName }) => toolName))).toEqual(
      new Set(['SOGS (Locomotor, Manipulative); ASQ-3 (Visual)']),
    );
  });

  it('says what the form has no place for, in words', () => {
    const unscored = { area: 'visual', tool: 'SOGS', assessedOn: '2026-09-10' } as const;
    const body = { ...aReferral(), assessments: [scored('locomotor', 12, '2026-09-10'), unscored], horoscope: 'Leo' };
    expect(leftOut(body, answersOf(body))).toEqual(['Horoscope', 'Assessment: Visual']);
  });

  it('marks as done what was answered without a mistake, and nothing else', () => {
    const answers = answersOf(readBody({ ...whole, postcode: 'nowhere', 'evidence[0].title': '' }).body);
    const done = doneIn(answers, { today, now });
    expect(done).toEqual(expect.arrayContaining(['risk', 'you', 'child', 'parents/1', 'tool', 'ages']));
    for (const path of ['home', 'evidence/1', 'story', 'social-care']) expect(done).not.toContain(path);
  });

  it('never throws, whatever was stored (hostile)', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(
            fc.constantFrom('child', 'evidence', 'assessments', 'family', 'agreement', 'toString', '__proto__'),
            fc.jsonValue(),
          ),
        ),
        (body) => {
          expect(Object.values(answersOf(body)).every((text) => typeof text === 'string')).toBe(true);
          expect(Array.isArray(leftOut(body, answersOf(body)))).toBe(true);
        },
      ),
    );
  });

  it('has every name of a list entry, so that an entry counts although nothing of it was typed', () => {
    const [parents] = pages.filter(({ path }) => path === 'parents');
    const typedNames = Object.keys(answersOf({ family: { parents: [{}] } }));
    expect(typedNames).toEqual(
      expect.arrayContaining((parents?.fields ?? []).flatMap(namesOf).map((name) => `family.parents[0].${name}`)),
    );
  });
});
