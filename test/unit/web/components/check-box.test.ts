import fc from 'fast-check';
import { expect, it } from 'vitest';
import { written } from './design-system.ts';

const OURS =
  '{% from "components/check-box.njk" import checkBox %}{{ checkBox("first", "letter-1", text, hint, isChecked) }}';
const THEIRS = '{% from "govuk/components/checkboxes/macro.njk" import govukCheckboxes %}{{ govukCheckboxes(params) }}';

/** Words of one line; the last two are what must be escaped. */
const words = fc.constantFrom('Referral 37W5KD7R2G9', 'Due on 1 October 2026.', '<b>"&\'', '</label>');

it('a box to tick is written as the design system writes it', () => {
  fc.assert(
    fc.property(words, words, fc.boolean(), (text, hint, isChecked) => {
      const items = [{ value: 'yes', text, hint: { text: hint }, checked: isChecked }];
      const formGroup = { classes: 'govuk-!-margin-bottom-2' };
      const params = { name: 'letter-1', idPrefix: 'first', formGroup, items };
      expect(written(OURS, { text, hint, isChecked })).toBe(written(THEIRS, { params }));
    }),
  );
});
