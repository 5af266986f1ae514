import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { type SharingStep, sharedOpened, sharingAgreed, sharingDue, sharingTold } from '#domain/case/shared.ts';
import { otherServiceActor, referrerActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { caseWith } from '../../application/notices/sample.ts';

const redirected = caseWith({ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY', next: 'DONE', outbox: [] });
const momentAt = (now: string) => ({ now, policyVersion: 1 });
const advisory = otherServiceActor('advisory@example.org');

function agreedAt(now: string): Case {
  return sharingAgreed(redirected, momentAt(now), referrerActor()) ?? redirected;
}

function told(theCase: Case, step: SharingStep, now: string): Case {
  return sharingTold(theCase, momentAt(now), step, defaultPolicy) ?? theCase;
}

test.each([
  ['a Monday', '2026-11-30T10:00:00.000Z', '2026-12-03T09:00:00.000Z'],
  ['a Thursday, over a weekend', '2026-11-26T10:00:00.000Z', '2026-12-01T09:00:00.000Z'],
  ['a Saturday, counted from Monday', '2026-11-28T10:00:00.000Z', '2026-12-03T09:00:00.000Z'],
  ['the eve of Christmas, over bank holidays', '2026-12-24T10:00:00.000Z', '2026-12-31T09:00:00.000Z'],
])('agreed on %s, the service is chased on the third working morning after', (_day, now, chaseAt) => {
  const asked = told(agreedAt(now), 'SHARED', now);
  expect(asked.shared).toMatchObject({ askedAt: now, dueAt: chaseAt });
  expect(sharingDue(asked, plusMinutes(chaseAt, -1))).toBeUndefined();
  expect(sharingDue(asked, chaseAt)).toBe('SHARED_UNOPENED');
  const chased = told(asked, 'SHARED_UNOPENED', chaseAt);
  expect(chased.shared).toMatchObject({ chasedAt: chaseAt });
  expect(caseDueAt(chased)).toBeUndefined();
});

test.each([
  ['never agreed', redirected],
  ['withdrawn since', { ...agreedAt('2026-11-30T10:00:00.000Z'), status: 'WITHDRAWN' }],
  ['of another outcome', { ...agreedAt('2026-11-30T10:00:00.000Z'), outcome: 'OUT_OF_SCOPE' }],
] as const)('nothing is due of a referral that is %s', (_what, theCase) => {
  expect(sharingDue(theCase, '2027-12-01T09:00:00.000Z')).toBeUndefined();
});

const act = fc.constantFrom('AGREE', 'OPEN', 'FOLLOW');

test('whatever happens in whatever order, each side is told at most once, and nothing told stays due', () => {
  const minutes = fc.integer({ min: 0, max: 5 * 24 * 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(act, minutes), { maxLength: 12 }), (acts) => {
      let theCase: Case = redirected;
      let now = '2026-11-30T10:00:00.000Z';
      const steps: string[] = [];
      for (const [what, later] of acts) {
        now = plusMinutes(now, later);
        if (what === 'AGREE') theCase = sharingAgreed(theCase, momentAt(now), referrerActor()) ?? theCase;
        if (what === 'OPEN') theCase = sharedOpened(theCase, momentAt(now), advisory) ?? theCase;
        for (let step = sharingDue(theCase, now); what === 'FOLLOW' && step; step = sharingDue(theCase, now)) {
          steps.push(step);
          theCase = told(theCase, step, now);
        }
      }
      expect(new Set(steps).size).toBe(steps.length);
      if (steps.includes('SHARED_OPENED')) expect(steps.at(-1)).toBe('SHARED_OPENED');
      if (steps.includes('SHARED_UNOPENED')) expect(theCase.shared?.chasedAt).toBeDefined();
    }),
  );
});

test('opened before the service was chased, no one is chased; opened again changes nothing', () => {
  const now = '2026-11-30T10:00:00.000Z';
  const opened = sharedOpened(told(agreedAt(now), 'SHARED', now), momentAt(plusMinutes(now, 60)), advisory);
  if (!opened) throw new Error('It can be opened.');
  expect(sharedOpened(opened, momentAt(plusMinutes(now, 61)), advisory)).toBeUndefined();
  expect(sharingDue(opened, plusMinutes(now, 60))).toBe('SHARED_OPENED');
  const done = told(opened, 'SHARED_OPENED', plusMinutes(now, 60));
  expect(sharingDue(done, '2027-12-01T09:00:00.000Z')).toBeUndefined();
  expect(done.history.map(({ event }) => event).slice(-2)).toEqual(['FORWARDING_AGREED', 'SHARED_RECORD_OPENED']);
});
