import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { reminded, taskOpened } from '#domain/case/task.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { londonDateOf, londonInstant, londonTimeOf, plainDate } from '#domain/values/dates.ts';
import { isWorkingDay, workingDayBefore } from '#domain/values/working-days.ts';
import { caseOnReceipt } from '#test/http/records.ts';
import { answerBy } from '#web/referral/status/awaited.ts';

const question: Case['ask'] = {
  why: 'INFORMATION_REQUESTED',
  question: 'How does she play?',
  failed: [],
  untilAt: null,
};
const recipients = ['referrer01@example.org'];

function askedAt(now: string, ask: Case['ask'] = question): Case {
  const waits: Case = { ...caseOnReceipt(), status: 'AWAITING_REFERRER', next: 'ASK_REFERRER', ask };
  return taskOpened(waits, { now, policyVersion: 1 }, { kind: 'REFERRER', token: 't', recipients }, defaultPolicy);
}

/** The case after each of its reminders, the first as it was asked: every wait ends when it is due. */
function whileWaiting(theCase: Case): Case[] {
  const now = theCase.task?.dueAt ?? '';
  const after = reminded(theCase, { now, policyVersion: 1 }, defaultPolicy);
  return after ? [theCase, ...whileWaiting(after)] : [theCase];
}

const anyInstant = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2030, 11, 31) })
  .map((at) => new Date(at).toISOString());

test('the referrer is told one day before and after every reminder, a working day, and is waited for until it is over', () => {
  fc.assert(
    fc.property(anyInstant, (at) => {
      const waits = whileWaiting(askedAt(at));
      const told = waits.map((theCase) => theCase.task && answerBy(theCase, theCase.task, defaultPolicy));
      const endsAt = waits.at(-1)?.task?.dueAt ?? '';
      const lastDay = workingDayBefore(londonDateOf(endsAt), defaultPolicy);
      expect(told).toEqual(defaultPolicy.referrerReminderDays.map(() => plainDate(lastDay)));
      expect(endsAt > londonInstant(lastDay, '23:59')).toBe(true);
    }),
  );
});

test('who was asked on a Friday before Christmas answers by a working day in January', () => {
  const theCase = askedAt('2026-12-18T10:00:00.000Z');
  expect(theCase.task && answerBy(theCase, theCase.task, defaultPolicy)).toBe('12 January 2027');
});

test('the reminders of a referrer come in working mornings, and the team takes over in one', () => {
  fc.assert(
    fc.property(anyInstant, (at) => {
      for (const { task } of whileWaiting(askedAt(at))) {
        const [on, time] = [londonDateOf(task?.dueAt ?? ''), londonTimeOf(task?.dueAt ?? '')];
        expect([isWorkingDay(on, defaultPolicy), time]).toEqual([true, '09:00']);
      }
    }),
  );
});

test('days of grace that outlast the reminders are waited for to their end, which is told to the minute', () => {
  const grace: Case['ask'] = { ...question, why: 'NO_EVIDENCE_YET', untilAt: '2026-11-24T10:30:00.000Z' };
  const waits = whileWaiting(askedAt('2026-09-24T09:30:00.000Z', grace));
  expect(waits.map(({ task }) => task?.dueAt)).toEqual(['2026-10-01T08:00:00.000Z', '2026-11-24T10:30:00.000Z']);
  const told = waits.map((theCase) => theCase.task && answerBy(theCase, theCase.task, defaultPolicy));
  expect(new Set(told)).toEqual(new Set(['24 November 2026 at 10:30am']));
});
