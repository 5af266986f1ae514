import { expect, test } from 'vitest';
import { decisionProblems } from '#application/triage/decision-problems.ts';

const decided = {
  outcome: 'ACCEPT_INITIAL_ASSESSMENT',
  reason: '',
  deciderName: 'Sam Field',
  deciderRole: 'Portage practitioner',
};
const paths = (changes: Partial<typeof decided>, recommendation: string | null = 'ELIGIBLE') =>
  decisionProblems('TRIAGE', { ...decided, ...changes }, recommendation).map(({ path, code }) => `${path} ${code}`);

test.each(['ELIGIBLE', 'REVIEW'])('a plain accept needs no reason when the recommendation is %s', (recommendation) => {
  expect(paths({}, recommendation)).toEqual([]);
});

test('accepting against the recommendation needs a reason', () => {
  expect(paths({}, 'LIKELY_INELIGIBLE')).toEqual(['reason REASON_MISSING']);
  expect(paths({ reason: 'Seen at the clinic' }, 'LIKELY_INELIGIBLE')).toEqual([]);
});

test.each([
  'INVITE_GROUP',
  'INVITE_LITTLE_TREASURES',
  'REQUEST_INFORMATION',
  'REDIRECT',
  'DECLINE',
  'DEFER_TO_MEETING',
])('%s needs a reason', (outcome) => {
  expect(paths({ outcome })).toEqual(['reason REASON_MISSING']);
  expect(paths({ outcome, reason: 'As the team agreed' })).toEqual([]);
});

test.each(['', 'ACCEPT', 'accept_initial_assessment', 'NOT_A_DUPLICATE'])(
  'outcome %j is refused (malformed)',
  (outcome) => {
    expect(paths({ outcome, reason: 'As the team agreed' })).toEqual(['outcome OUTCOME_UNKNOWN']);
  },
);

test('everything that is missing is said at once (half-finished)', () => {
  expect(paths({ outcome: '', reason: '', deciderName: '', deciderRole: '' })).toEqual([
    'outcome OUTCOME_UNKNOWN',
    'reason REASON_MISSING',
    'deciderName NAME_MISSING',
    'deciderRole ROLE_MISSING',
  ]);
});

test('texts that are too long are refused, at the first character too many (hostile)', () => {
  expect(paths({ reason: 'x'.repeat(4000), deciderName: 'x'.repeat(120), deciderRole: 'x'.repeat(120) })).toEqual([]);
  expect(paths({ reason: 'x'.repeat(4001), deciderName: 'x'.repeat(121), deciderRole: 'x'.repeat(121) })).toEqual([
    'reason REASON_TOO_LONG',
    'deciderName NAME_TOO_LONG',
    'deciderRole ROLE_TOO_LONG',
  ]);
});

test('a possible duplicate has outcomes of its own', () => {
  const duplicate = (outcome: string) =>
    decisionProblems('DUPLICATE', { ...decided, outcome, reason: 'Same child' }, null);
  expect(duplicate('CONFIRMED_DUPLICATE')).toEqual([]);
  expect(duplicate('NOT_A_DUPLICATE')).toEqual([]);
  expect(duplicate('DECLINE')).toMatchObject([{ code: 'OUTCOME_UNKNOWN' }]);
});
