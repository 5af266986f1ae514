import { expect, test } from 'vitest';
import { timeInWords } from '#domain/values/dates.ts';
import { instantInWords } from '#web/access/instants.ts';

test.each([
  ['2026-09-24T08:05:00.000Z', '24 September 2026 at 9:05am'],
  ['2026-11-02T09:05:00.000Z', '2 November 2026 at 9:05am'],
  ['2026-12-31T23:59:59.999Z', '31 December 2026 at 11:59pm'],
  ['2026-06-30T23:30:00.000Z', '1 July 2026 at 12:30am'],
  ['2026-07-01T11:00:00.000Z', '1 July 2026 at midday'],
  ['2026-07-01T23:00:00.000Z', '2 July 2026 at midnight'],
  ['2026-09-24T08:00:00.000Z', '24 September 2026 at 9am'],
  ['2026-09-24T11:30:00.000Z', '24 September 2026 at 12:30pm'],
])('%s is %s, in London', (at, words) => {
  expect(instantInWords(at)).toBe(words);
  expect(timeInWords(at)).toBe(words.split(' at ')[1]);
});
