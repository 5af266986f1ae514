import { describe, expect, it, test } from 'vitest';
import { EARLY_HELP_ASSESSMENT, withAnswers } from '#domain/case/answered-referral.ts';
import { type Case, caseSchema } from '#domain/case/case.ts';
import { notAnswered } from '#domain/case/task.ts';
import { withdrawable } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { FromALaterRelease } from '#domain/problems/errors.ts';
import { referralSchema } from '#domain/referral/schema.ts';
import { checkedCase, withAsk, withTask } from '#test/http/records.ts';
import { declined, onList } from '#test/http/referral/standings.ts';
import { testConfig } from '#test/http/service-config.ts';
import { referralExample } from '#web/api/openapi-examples.ts';

const moment = { now: '2026-09-25T09:00:00.000Z', policyVersion: 1 };

/** A case as a later release has stored it: read by the schema of this one. */
const later = (theCase: Case, fields: object): Case => caseSchema.parse({ ...theCase, ...fields });

describe('a case that ended in a way that only a later release knows', () => {
  const staff = staffOn(seededTeam(testConfig), '2026-09-25');
  const told = (theCase: Case) => noticesOwed('OUTCOME', theCase, addresseesOf(referralExample), staff);

  it('is not closed as told: no one would have been', () => {
    const placed = later(checkedCase('TRIAGE'), { status: 'PLACE_OFFERED', outcome: 'OFFER_PLACE', next: 'NOTIFY' });
    expect(() => told(placed)).toThrow(FromALaterRelease);
  });

  it('is told as ever where this release knows the end', () => {
    expect(told({ ...declined, next: 'NOTIFY' }).length).toBeGreaterThan(0);
    expect(told({ ...onList(), next: 'NOTIFY' }).length).toBeGreaterThan(0);
  });
});

describe('a question that only a later release asks', () => {
  const question = { why: 'CONSENT_WANTED', question: 'Who may be told?', failed: [], untilAt: null };
  const base = withTask(withAsk(checkedCase('TRIAGE'), null), 'REFERRER');

  it('goes to people when it is not answered: the rules never end what people have begun to look at', () => {
    const after = notAnswered(later(base, { ask: question }), moment);
    expect([after.status, after.next]).toEqual(['IN_TRIAGE', 'TRIAGE']);
  });
});

test.each(['IN_A_LATER_SERVICE', 'PAUSED'])(
  'a case of the later status %s is not withdrawn by functions that do not know it',
  (status) => {
    expect(withdrawable(later(onList(), { status, next: 'DONE' }))).toBe('DECIDING');
  },
);

test('a document of a later kind keeps its place, so that none of the others is taken for it', () => {
  const referral = referralSchema.parse({ ...referralExample, evidence: referralExample.evidence.slice(0, 1) });
  const added = [
    { evidenceId: 'e-later', type: 'GENETIC_REPORT', title: 'Later' },
    { evidenceId: 'e-eha', type: EARLY_HELP_ASSESSMENT, title: 'EHA' },
    { evidenceId: 'e-sogs', type: 'SOGS', title: 'Known' },
  ];
  expect(
    withAnswers(referral, { added })
      .evidence.slice(1)
      .map(({ evidenceId }) => evidenceId),
  ).toEqual(['e-later', 'e-sogs']);
});
