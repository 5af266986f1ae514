import { expect, test } from 'vitest';
import { familyTimeRuns } from '#domain/case/time-of-family.ts';
import { ENDED } from '#domain/case/told.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { at, familyOf, first, mother } from '../safe-contact/family.ts';

const needing = (communication: FamilyFacts['communication']) => familyOf([mother], {}, { communication });
const told = (how: 'IN_PERSON' | 'NOT_TOLD') => ({ told: [{ about: ENDED, how, on: '2026-09-24', at, by: first }] });

test.each([{}, { format: 'LARGE_PRINT' }, { preferredLanguage: 'English' }])(
  'a deadline runs for a family that can read what we print: %o',
  (communication) => {
    expect(familyTimeRuns({}, ENDED, needing(communication))).toBe(true);
  },
);

test.each([{ format: 'EASY_READ' }, { preferredLanguage: 'Polish' }, { interpreterNeeded: true }])(
  'no deadline runs for a family that needs something arranged until they were told: %o',
  (communication) => {
    const family = needing(communication);
    expect(familyTimeRuns({}, ENDED, family)).toBe(false);
    expect(familyTimeRuns(told('NOT_TOLD'), ENDED, family)).toBe(false);
    expect(familyTimeRuns(told('IN_PERSON'), 'LISTED', family)).toBe(false);
    expect(familyTimeRuns(told('IN_PERSON'), ENDED, family)).toBe(true);
  },
);

test('what they were told before the case was reopened starts no deadline of its next end (late)', () => {
  const reopened = { times: 1, at: '2026-09-25T10:00:00.000Z', by: first, familyKnew: true };
  expect(familyTimeRuns({ ...told('IN_PERSON'), reopened }, ENDED, needing({ format: 'AUDIO' }))).toBe(false);
});
