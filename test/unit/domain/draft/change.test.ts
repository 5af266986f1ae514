import { expect, test } from 'vitest';
import { fits, newDraft } from '#domain/draft/change.ts';
import { defaultPolicy } from '#domain/service/policy.ts';

/** What DynamoDB takes as one item, less what a draft holds besides its answers: a thousand ids of files, and its own facts. */
const LARGEST_ANSWERS = 400 * 1024 - 40_000;

const draft = newDraft('A'.repeat(22), '2026-09-24T08:00:00.000Z', defaultPolicy);
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

test.each([
  ['ends on a Thursday: the Monday before', '2026-09-24T08:00:00.000Z', '2026-10-19T08:00:00.000Z'],
  ['ends on a Tuesday: the Friday before, not the Saturday', '2026-09-22T20:00:00.000Z', '2026-10-16T08:00:00.000Z'],
  ['ends on 30 December: Christmas Eve', '2026-12-02T20:00:00.000Z', '2026-12-24T09:00:00.000Z'],
])('people are reminded of a draft on a working morning, at least three days before it %s', (_end, now, remindAt) => {
  expect(newDraft('A'.repeat(22), now, defaultPolicy).remindAt).toBe(remindAt);
});

test('no one is reminded of a draft where the policy gives no days for it', () => {
  const { remindAt, expiresAt } = newDraft('A'.repeat(22), '2026-09-24T08:00:00.000Z', {
    ...defaultPolicy,
    draftReminderDays: 0,
  });
  expect(remindAt).toBe(expiresAt);
});
