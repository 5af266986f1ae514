import { expect, test } from 'vitest';
import { createNoticeRenderer } from '#adapters/letters/render.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { caseWith, factsFor, referral, withdrawnAfterListing } from '../../application/notices/sample.ts';

const ARRANGE = 'What to arrange first';
const AMONG = 'Who we do not write to';
const mails = [
  ['TEAM_FAMILY_UNTOLD', caseWith({ status: 'DECLINED', outcome: 'DECLINE' })],
  ['TEAM_TELL_WITHDRAWN', withdrawnAfterListing()],
] as const;
const needs: readonly Referral['communication'][] = [
  { preferredLanguage: 'Polish', interpreterNeeded: false, format: 'STANDARD' },
  { preferredLanguage: 'English', interpreterNeeded: true, format: 'STANDARD' },
  { preferredLanguage: 'English', interpreterNeeded: false, format: 'EASY_READ' },
];
const render = createNoticeRenderer();

test.each(mails)('%s says that staff arrange what the family needs first, and not what', (kind, theCase) => {
  for (const communication of needs) {
    const { text } = render(kind, factsFor(kind, theCase, { sent: { ...referral, communication } }));
    expect(text).toContain(ARRANGE);
    expect(text).not.toContain('Polish');
  }
});

test.each(mails)('%s says whom the service does not write to, and why', (kind, theCase) => {
  const { text } = render(kind, factsFor(kind, theCase, { tellInPerson: [{ place: 1, why: 'FLAGGED' }] }));
  expect(text).toContain(AMONG);
  expect(text).toContain('Parent or carer 2. There is a safety concern');
});

test.each(mails)('%s says neither of a family that reads our emails', (kind, theCase) => {
  const { text } = render(kind, factsFor(kind, theCase));
  expect([text.includes(ARRANGE), text.includes(AMONG)]).toEqual([false, false]);
});
