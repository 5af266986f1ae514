import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { caseOnReceipt } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';
import { awaited } from '#web/referral/status/awaited.ts';
import { nextSteps } from '#web/referral/status/next.ts';
import { awaitedWords, STEPS_NO_DOCUMENT } from '#web/referral/status/words.ts';
import { newsFor } from '#web/referral/told/words.ts';
import { endedNews } from '#web/staff/todo/words.ts';

const AGAIN = /another referral|referred again/;
const caseOf = (patch: Partial<Case>): Case => ({ ...caseOnReceipt(), next: 'DONE', outbox: [], task: null, ...patch });

const ends: readonly [Pick<Case, 'status' | 'outcome'>, boolean][] = [
  [{ status: 'DECLINED', outcome: 'DECLINE' }, true],
  [{ status: 'REDIRECTED', outcome: 'REDIRECT' }, true],
  [{ status: 'WITHDRAWN', outcome: 'WITHDRAWN' }, true],
  [{ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' }, false],
  [{ status: 'OUT_OF_SCOPE', outcome: 'OUT_OF_SCOPE' }, false],
];
test.each(ends)('whether a family may be told of another referral after %o: %s', (end, isSaid) => {
  expect(newsFor(end, testConfig).some((line) => AGAIN.test(line))).toBe(isSaid);
  expect(endedNews(end.status, !isSaid).some((line) => AGAIN.test(line))).toBe(isSaid);
});

const { nothing, sendAgain, agree, tellFamily } = awaitedWords;
const asks: readonly [string, Partial<Case>, string][] = [
  ['a decline that the family has not heard of', { status: 'DECLINED', outcome: 'DECLINE' }, tellFamily],
  ['a return', { status: 'NOT_ACCEPTED', outcome: 'RETURNED_INVALID' }, sendAgain],
  ['a return for a document', { status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' }, sendAgain],
  ['a child over the age', { status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' }, `${agree} ${tellFamily}`],
  ['no agreement', { status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_CONSENT' }, nothing],
];
test.each(asks)('what a closed referral waits for: %s', (_what, patch, said) => {
  expect(awaited(caseOf(patch), defaultPolicy)).toBe(said);
});

test('the steps after a question for a document do not say that it continues without one', () => {
  const ask = { why: 'NO_EVIDENCE_YET', question: '', failed: [], untilAt: null } satisfies Case['ask'];
  const steps = (why: Partial<Case>) =>
    nextSteps(caseOf({ status: 'AWAITING_REFERRER', ...why }), 6, { service: '', canShare: false, shared: undefined });
  expect(steps({ ask })).toEqual(STEPS_NO_DOCUMENT);
  expect(steps({ ask: { ...ask, why: 'INFORMATION_REQUESTED' } })).not.toEqual(STEPS_NO_DOCUMENT);
});
