import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { written } from './design-system.ts';

type Given = {
  id: string;
  fieldset: { legend: { text: string; classes: string; isPageHeading?: boolean } };
  hint: string;
  problem: string;
  parts: string[];
  typed: Record<string, string>;
  names: string[];
};

const OURS =
  '{% from "components/date-input.njk" import dateInput %}{{ dateInput(id, fieldset, hint, problem, parts, typed, names) }}';
const THEIRS = '{% from "govuk/components/date-input/macro.njk" import govukDateInput %}{{ govukDateInput(params) }}';

/** The same date as the design system writes it. */
function byDesignSystem({ id, fieldset, hint, problem, parts, typed, names }: Given): string {
  const items = names.map((name) => {
    const isWrong = problem !== '' && (parts.includes(name) || parts.length === 0);
    return {
      name,
      value: typed[name],
      autocomplete: 'off',
      error: isWrong,
      inputmode: name === 'time' ? 'text' : 'numeric',
      classes: ['day', 'month'].includes(name) ? 'govuk-input--width-2' : 'govuk-input--width-4',
      attributes: isWrong ? { 'aria-invalid': 'true' } : {},
    };
  });
  const said = { hint: hint && { text: hint }, errorMessage: problem && { text: problem } };
  return written(THEIRS, { params: { id, namePrefix: id, fieldset, items, ...said } });
}

/** Words of one line; the last three are what must be escaped. */
const words = fc.constantFrom('Date of birth', 'For example, 27 3 2026', '10', '<b>"&\'', '</p>', '{{ id }}');
const parts = fc.subarray(['day', 'month', 'year', 'time']);
const given: fc.Arbitrary<Given> = fc.record({
  id: fc.constantFrom('dob', 'development.locomotor.on', 'parents[0].dob'),
  fieldset: fc.record({
    legend: fc.record(
      {
        text: words,
        classes: fc.constantFrom('govuk-fieldset__legend--l', 'govuk-fieldset__legend--s'),
        isPageHeading: fc.boolean(),
      },
      { requiredKeys: ['text', 'classes'] },
    ),
  }),
  hint: fc.oneof(fc.constant(''), words),
  problem: fc.oneof(fc.constant(''), words),
  parts,
  typed: fc.dictionary(fc.constantFrom('day', 'month', 'year', 'time'), fc.oneof(fc.constant(''), words)),
  names: fc.constantFrom(['day', 'month', 'year'], ['day', 'month', 'year', 'time']),
});

describe('a date in boxes', () => {
  it('is written as the design system writes it, right or wrong, whatever was entered', () => {
    fc.assert(
      fc.property(given, (date) => {
        expect(written(OURS, date)).toBe(byDesignSystem(date));
      }),
    );
  });

  it('has a box for each of day, month and year unless others are named', () => {
    const date = { id: 'dob', fieldset: { legend: { text: 'Born', classes: '' } }, typed: {}, parts: [] };
    const html = written(OURS, { ...date, hint: '', problem: '', names: false });

    expect(html.match(/id="dob-\w+"/g)).toEqual(['id="dob-day"', 'id="dob-month"', 'id="dob-year"']);
  });
});
