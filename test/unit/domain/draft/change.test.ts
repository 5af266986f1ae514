import { expect, test } from 'vitest';
import { fits, newDraft } from '#domain/draft/change.ts';

/** What DynamoDB takes as one item, less what a draft holds besides its answers: a thousand ids of files, and its own facts. */
const LARGEST_ANSWERS = 400 * 1024 - 40_000;

const draft = newDraft('A'.repeat(22), '2026-09-24T08:00:00.000Z', { draftDays: 28, draftReminderDays: 3 });
const written = (text: string) => ({ ...draft, answers: { 'story.worrying': text } });
const bytesOf = (text: string) => new TextEncoder().encode(JSON.stringify({ 'story.worrying': text })).length;

test.each([
  ['Latin letters', 'a'],
  ['Arabic letters', '\u0628'],
  ['Chinese characters', '\u5bb6'],
  ['emoji', '\u{1f476}'],
  ['line breaks', '\n'],
])('a draft is saved only while it fits into one item, in %s (too long)', (_kind, sign) => {
  expect(fits(written(sign.repeat(20_000)))).toBe(true);
  const most = [...Array(200).keys()].findLast((thousands) => fits(written(sign.repeat(thousands * 1000)))) ?? 0;
  expect(bytesOf(sign.repeat(most * 1000))).toBeLessThan(LARGEST_ANSWERS);
});
