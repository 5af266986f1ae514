import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '#web/form/body/read-body.ts';
import { formatField, inAnother, parseField, put } from '#web/form/engine/codec.ts';
import type { Field } from '#web/form/engine/fields.ts';
import { codecOf } from '#web/form/engine/page-codec.ts';
import { entryStep } from '#web/form/engine/steps.ts';
import { pages } from '#web/form/pages/all.ts';
import { entryFields } from '#web/form/paper/questions.ts';

const fields = [
  ...pages.flatMap((page) => (page.kind === 'list' ? entryStep(page, 2).fields : page.fields)),
  ...entryFields,
].filter(({ codec }) => codec !== inAnother);

const words = fc.string({ unit: 'grapheme' }).filter((typed) => typed.trim() !== '');
const quarters = fc.integer({ min: -4000, max: 4000 }).map((count) => count / 4);
const day = fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2999-12-31') });
const valuesOf: Readonly<Record<Field['kind'], fc.Arbitrary<unknown>>> = {
  text: words,
  long: words,
  choice: words,
  select: words,
  number: fc.oneof(quarters, fc.constant('all day')),
  'yes-no': fc.boolean(),
  date: fc.oneof(
    day.map((on) => on.toISOString().slice(0, 10)),
    fc.constant('2026-02-31'),
  ),
  moment: day.map((at) => at.toISOString().slice(0, 16)),
};

describe('the codec of a field', () => {
  it.each(fields.map((field) => [field.path, field] as const))('parses what it formats: %s', (_path, field) => {
    const asked = field.when ? { [field.when.name]: field.when.is } : {};
    fc.assert(
      fc.property(valuesOf[field.kind], (value) => {
        const answers = { ...asked, ...formatField(field, put({}, field.path, value)) };
        expect(parseField(field, answers)).toEqual(value);
      }),
      { numRuns: 50 },
    );
  });

  it.each(fields.map((field) => [field.path, field] as const))(
    'formats nothing where a referral has no value, and parses that as no answer: %s',
    (_path, field) => {
      expect(formatField(field, {})).toEqual({});
      expect(parseField(field, {})).toBeUndefined();
    },
  );

  it.each([
    ['2026-09-24T14:05:30', '2026-09-24T14:05'],
    ['2026-09-24T13:05:00Z', '2026-09-24T14:05'],
    ['2026-12-24T14:05:00.000+00:00', '2026-12-24T14:05'],
  ])('formats the moment %s as London’s clock showed it', (sent, shown) => {
    const field: Field = { kind: 'moment', path: 'emergencyCallMadeAt', called: 'the time' };
    expect(parseField(field, formatField(field, { emergencyCallMadeAt: sent }))).toBe(shown);
  });
});

describe('the codec of a page', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{22}$/);
  const files = fc.tuple(id, fc.uniqueArray(id, { maxLength: 3 }));

  it('parses the files that it formats, of every document and of the early help assessment', () => {
    fc.assert(
      fc.property(fc.array(files, { minLength: 1, maxLength: 4 }), files, (documents, [evidenceId]) => {
        const evidence = documents.map(([first, further]) => ({
          type: 'SOGS',
          title: 'Record',
          evidenceId: first,
          ...(further.length > 0 && { furtherPages: further }),
        }));
        const body = { evidence, earlyHelpAssessment: { evidenceId, completedOn: '2026-09-02' } };
        const answers = Object.assign({}, ...pages.map((page) => codecOf(page).format(body)));
        expect(readBody(answers).body).toMatchObject(body);
      }),
      { numRuns: 50 },
    );
  });
});
