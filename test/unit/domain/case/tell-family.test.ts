import { describe, expect, test } from 'vitest';
import { afterNotifying } from '#domain/case/after-step.ts';
import type { Case } from '#domain/case/case.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { familyIsOwed, tellFamilyBy, tellingDue, tellingSettled } from '#domain/case/tell-family.ts';
import { ENDED, familyTold } from '#domain/case/told.ts';
import { referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { caseOnReceipt } from '#test/http/records.ts';

const moment = { now: '2026-09-24T09:00:00.000Z', policyVersion: 1 };
const tellBy = tellFamilyBy(moment.now, defaultPolicy);
const late = { ...moment, now: tellBy };
const ending = (patch: Partial<Case>): Case => ({ ...caseOnReceipt(), next: 'NOTIFY', outbox: [], ...patch });
const ended = (patch: Partial<Case>) => afterNotifying(ending(patch), moment, tellBy);
const telling = {
  about: ENDED,
  how: 'BY_PHONE',
  on: '2026-09-25',
  words: 'the referrer',
  by: referrerActor(),
} as const;

test('staff are asked ten working days after the end, on a working morning', () => {
  expect(tellBy).toBe('2026-10-08T08:00:00.000Z');
  expect(tellFamilyBy('2026-12-18T09:00:00.000Z', defaultPolicy).slice(0, 10)).toBe('2027-01-06');
});

const owed: readonly [string, Partial<Case>][] = [
  ['declined', { status: 'DECLINED', outcome: 'DECLINE' }],
  ['redirected', { status: 'REDIRECTED', outcome: 'REDIRECT' }],
  ['redirected by the rules', { outcome: 'REDIRECTED_EY_ADVISORY' }],
  ['out of scope', { outcome: 'OUT_OF_SCOPE' }],
  ['returned for what is missing', { outcome: 'NOT_ACCEPTED_NO_EVIDENCE' }],
  ['returned for what is wrong', { outcome: 'RETURNED_INVALID' }],
  ['withdrawn', { status: 'WITHDRAWN', outcome: 'WITHDRAWN' }],
  ['withdrawn while it was held as a duplicate', { status: 'WITHDRAWN', outcome: 'WITHDRAWN', duplicateOf: 'REF2' }],
];
describe.each(owed)('the family of a referral that is %s', (_how, patch) => {
  test('is owed to be told, and the sweeper looks when staff are to be asked', () => {
    const theCase = ended(patch);
    expect([familyIsOwed(theCase), caseDueAt(theCase)]).toEqual([true, tellBy]);
    expect([tellingDue(theCase, moment.now), tellingDue(theCase, tellBy)]).toEqual([false, true]);
  });

  test('is owed nothing once the referrer has told them, and no one is asked', () => {
    const theCase = familyTold(ended(patch), moment, telling);
    expect(theCase && [familyIsOwed(theCase), caseDueAt(theCase)]).toEqual([false, undefined]);
    expect(theCase?.history.at(-1)).toMatchObject({ event: 'FAMILY_TOLD', on: '2026-09-25', how: 'BY_PHONE' });
    expect(theCase && familyTold(theCase, late, telling)).toBeUndefined();
  });

  test('is told by staff once they were asked, which is asked once', () => {
    const theCase = tellingSettled(ended(patch), late, undefined);
    expect(theCase?.history.at(-1)?.event).toBe('STAFF_ASKED_TO_TELL');
    expect(theCase && [caseDueAt(theCase), tellingSettled(theCase, late, undefined)]).toEqual([undefined, undefined]);
    expect(theCase && familyIsOwed(theCase)).toBe(true);
  });
});

const untold: readonly [string, Partial<Case>, string][] = [
  ['has no agreement', { outcome: 'NOT_ACCEPTED_NO_CONSENT' }, 'NO_AGREEMENT'],
  ['is a duplicate', { status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: 'REF2' }, 'DUPLICATE'],
];
test.each(untold)(
  'the family of a referral that %s is told by no one, and the history says why',
  (_how, patch, why) => {
    const theCase = ended(patch);
    expect([familyIsOwed(theCase), caseDueAt(theCase)]).toEqual([false, undefined]);
    expect(theCase.history.at(-1)).toMatchObject({ event: 'FAMILY_NOT_TOLD', why });
  },
);

test('the family of what no person had sent is told by no one, as no one else is', () => {
  const theCase = ended({ status: 'NOT_ACCEPTED', outcome: null, suspicion: 'STANDS' });
  expect([familyIsOwed(theCase), caseDueAt(theCase)]).toEqual([false, undefined]);
  expect(theCase.history.at(-1)?.event).toBe('CLOSED_UNTOLD');
});

test('of a child on a list nothing of this is owed', () => {
  const theCase = ended({ status: 'ON_WAITING_LIST', outcome: 'INVITE_GROUP' });
  expect([familyIsOwed(theCase), caseDueAt(theCase)]).toEqual([false, undefined]);
  expect(theCase.history.at(-1)?.event).toBe('TOLD');
});
