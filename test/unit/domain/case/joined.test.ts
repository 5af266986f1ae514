import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { isConfirmedDuplicate, withJoined } from '#domain/case/joined.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import { addDays } from '#domain/values/dates.ts';
import { caseWith, listed } from '../../application/notices/sample.ts';

const moment = { now: '2026-09-26T10:00:00.000Z', policyVersion: 1 };
const other = '3456789CDFG';
const by = personActor('sam', 'Sam', 'triager');
const decided = {
  taskId: 'T1',
  kind: 'DUPLICATE',
  outcome: 'CONFIRMED_DUPLICATE',
  reason: 'The same child',
  by,
  decidedAt: moment.now,
  effectiveAt: moment.now,
} as const;
const duplicateWith = (patch: Partial<Case> = {}) =>
  caseWith({
    ...{ reference: other, status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: caseWith({}).reference },
    ...{ decisions: [decided], ...patch },
  });

test.each([
  ['confirmed', duplicateWith(), true],
  ['still asked about', duplicateWith({ status: 'HELD_AS_DUPLICATE' }), false],
  ['withdrawn while it was held', duplicateWith({ status: 'WITHDRAWN', outcome: 'WITHDRAWN' }), false],
  ['found to be another child', duplicateWith({ outcome: null, status: 'IN_TRIAGE', duplicateCleared: true }), false],
  ['of no other', duplicateWith({ duplicateOf: null }), false],
])('a duplicate that is %s counts as confirmed: %s', (_what, theCase, expected) => {
  expect(isConfirmedDuplicate(theCase)).toBe(expected);
});

test('joined twice it is joined once, by the person who decided, and a case is never joined to itself', () => {
  const survivor = withJoined(caseWith({}), moment, duplicateWith());
  if (!survivor) throw new Error('It can be joined.');
  expect(survivor.joined?.map(({ reference }) => reference)).toEqual([other]);
  expect(survivor.history.at(-1)).toMatchObject({ event: 'REFERRAL_JOINED', by, other });
  expect(withJoined(survivor, moment, duplicateWith())).toBeUndefined();
  expect(withJoined(caseWith({}), moment, duplicateWith({ reference: caseWith({}).reference }))).toBeUndefined();
});

test('what had been joined to the duplicate comes with it, and without a decision the service joins', () => {
  const earlier = { reference: '456789CDFGH', referralOn: '2026-08-01', receivedAt: moment.now, at: moment.now };
  const survivor = withJoined(caseWith({}), moment, duplicateWith({ joined: [earlier], decisions: [] }));
  expect(survivor?.joined?.map(({ reference }) => reference)).toEqual([other, earlier.reference]);
  expect(survivor?.history.at(-1)?.by).toEqual(MACHINE);
});

test('a place on a list counts from the earliest referral of the child, and the rules keep the date of its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
      const theCase = listed('INITIAL_ASSESSMENT');
      const referralOn = addDays(theCase.referralOn, days);
      const receivedAt = days > 0 ? `${referralOn}T09:00:00.000Z` : theCase.receivedAt;
      const survivor = withJoined(theCase, moment, duplicateWith({ referralOn, receivedAt }));
      const first = days < 0 ? referralOn : theCase.referralOn;
      const counted = survivor?.list?.order.split('#')[2] ?? '';
      expect(new Date(Date.parse(counted) + 60 * 60_000).toISOString().slice(0, 10)).toBe(first);
      expect(survivor?.referralOn).toBe(theCase.referralOn);
    }),
  );
});
