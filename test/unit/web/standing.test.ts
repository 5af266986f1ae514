import { expect, test } from 'vitest';
import { STANDING_JOINED, standingInWords, standingWords } from '#web/staff/record/standing.ts';
import { caseWith } from '../application/notices/sample.ts';

test('a joined duplicate stands as joined, and not as one that was sent wrongly', () => {
  const ended = { status: 'NOT_ACCEPTED', next: 'DONE' } as const;
  const joined = caseWith({ ...ended, outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'ANOTHER' });
  expect(standingInWords(joined)).toBe(STANDING_JOINED);
  expect(standingInWords(caseWith({ ...ended, outcome: 'RETURNED_INVALID' }))).toBe(standingWords.NOT_ACCEPTED);
});
