import { expect, test } from 'vitest';
import { assessmentBooked } from '#domain/case/book-assessment.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { listed } from '../../application/notices/sample.ts';

const moment = { now: '2026-09-24T10:00:00.000Z', policyVersion: 1 };
const booking = { on: '2026-10-12', at: '10:00', person: 'P1', where: '', seen: 0, by: MACHINE };

test.each([
  [2, '2026-10-08T08:00:00.000Z'],
  [5, '2026-10-05T08:00:00.000Z'],
])('a family is reminded %i working days before a first visit, as the policy says', (visitReminderDays, remindAt) => {
  const policy = { ...defaultPolicy, visitReminderDays };
  const booked = assessmentBooked(listed('INITIAL_ASSESSMENT'), moment, booking, policy);

  expect(booked).toMatchObject({ assessment: { visit: { remindAt } } });
});
