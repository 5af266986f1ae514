import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import { caseWith, factsFor } from '../../application/notices/sample.ts';

const letter = createNoticeRenderer()('ASSESSMENT_OUTCOME', factsFor('ASSESSMENT_OUTCOME', caseWith({}))).text;

test('of an outcome that is not known here (of a later release) the letter says to call us, and no more', () => {
  expect(letter).toContain('Please call us to talk about what happens next.');
  expect(letter).not.toMatch(/no longer on our waiting list|now on our waiting list|We aim to start/);
});
