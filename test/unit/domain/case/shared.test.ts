import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { deathRecorded, deathUndone } from '#domain/case/death.ts';
import { type Decided, decisionRecorded, decisionSettled, decisionUndone } from '#domain/case/decide.ts';
import { caseDueAt } from '#domain/case/index-keys.ts';
import { canBeSentTo } from '#domain/case/sent-to.ts';
import {
  isShared,
  type SharingStep,
  sharedOpened,
  sharingAgreed,
  sharingDue,
  sharingTold,
} from '#domain/case/shared.ts';
import { otherServiceActor, personActor, referrerActor } from '#domain/people/actor.ts';
import { ADVISORY_TEACHERS, OTHER_SERVICE } from '#domain/service/description/other-services.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { caseWith, taskOf } from '../../application/notices/sample.ts';

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

const at = '2026-11-30T10:00:00.000Z';
const byPeople = (lastDecision: Partial<NonNullable<Case['lastDecision']>>, patch: Partial<Case> = {}) =>
  caseWith({
    ...{ status: 'REDIRECTED', outcome: 'REDIRECT', next: 'DONE', outbox: [] },
    lastDecision: { outcome: 'REDIRECT', at, ...lastDecision },
    ...patch,
  });
const toAdvisory = byPeople({ service: { code: ADVISORY_TEACHERS } });

test.each([
  ['the rules, for its age', redirected, 'ADVISORY'],
  ['people, to a service with a mailbox', toAdvisory, 'ADVISORY'],
  [
    'people, to a service whose name they typed',
    byPeople({ service: { code: OTHER_SERVICE, name: 'A hub' } }),
    undefined,
  ],
  ['people, to one of a later release', byPeople({ service: { code: 'SPEECH_THERAPY' } }), undefined],
  ['people, who chose none', byPeople({}), undefined],
  ['people, who have declined it since', byPeople({ outcome: 'DECLINE' }, { outcome: 'DECLINE' }), undefined],
  ['people, and then the child died', { ...toAdvisory, status: 'WITHDRAWN', outcome: 'WITHDRAWN' }, undefined],
  ['no one yet', caseWith({ status: 'IN_TRIAGE', outcome: null }), undefined],
] as const)('redirected by %s, it can be sent to %s', (_by, theCase, to) => {
  expect(canBeSentTo(theCase)).toBe(to);
  expect(sharingAgreed(theCase, momentAt(at), referrerActor())?.shared?.to).toBe(to);
});

const record: Decided = {
  ...{ outcome: 'REDIRECT', reason: 'They fit better', by: personActor('P1', 'Jo Triager', 'Portage practitioner') },
  service: { code: ADVISORY_TEACHERS },
};

test('decided but not in effect, or taken back, it can be sent to no one; once in effect it can', () => {
  const open = caseWith({ status: 'IN_TRIAGE', next: 'TRIAGE', task: taskOf('TRIAGE') });
  const deciding = open.task ? decisionRecorded(open, open.task, momentAt(at), record, 5) : open;
  const back = decisionUndone(deciding, momentAt(plusMinutes(at, 1)), record.by);
  for (const theCase of [deciding, back ?? deciding]) {
    expect(sharingAgreed(theCase, momentAt(at), referrerActor())).toBeUndefined();
  }
  expect(back?.task?.decision).toBeUndefined();
  const settled = decisionSettled(deciding, momentAt(plusMinutes(at, 5)));
  expect(settled && canBeSentTo(settled)).toBe('ADVISORY');
});

test('a death stops what is owed to both sides, and its undoing owes it again', () => {
  const asked = told(sharingAgreed(toAdvisory, momentAt(at), referrerActor()) ?? toAdvisory, 'SHARED', at);
  const dueAt = asked.shared?.dueAt ?? '';
  const died = deathRecorded(asked, momentAt(at), referrerActor()) ?? asked;
  expect([isShared(died), sharingDue(died, dueAt), caseDueAt(died)]).toEqual([false, undefined, undefined]);
  const back = deathUndone(died, momentAt(at), { reason: 'A mistake', by: referrerActor() }) ?? died;
  expect([isShared(back), sharingDue(back, dueAt), caseDueAt(back)]).toEqual([true, 'SHARED_UNOPENED', dueAt]);
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
