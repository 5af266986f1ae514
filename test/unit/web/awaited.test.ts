import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { reminded, taskOpened } from '#domain/case/task.ts';
import { londonDateOf, plainDate } from '#domain/dates.ts';
import { defaultPolicy } from '#domain/policy.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { caseOnReceipt } from '#test/http/records.ts';
import { answerBy } from '#web/referrer/status/awaited.ts';

const question: Case['ask'] = {
  why: 'INFORMATION_REQUESTED',
  question: 'How does she play?',
  failed: [],
  untilAt: null,
};
const recipients = ['referrer01@example.org'];

function askedAt(now: string): Case {
  const waits: Case = { ...caseOnReceipt(), status: 'AWAITING_REFERRER', next: 'ASK_REFERRER', ask: question };
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

test('the referrer is told the day on which the last wait ends, the same one before every reminder, and it is a working day', () => {
  fc.assert(
    fc.property(anyInstant, (at) => {
      const waits = whileWaiting(askedAt(at));
      const told = waits.map((theCase) => theCase.task && answerBy(theCase, theCase.task, defaultPolicy));
      const lastDay = londonDateOf(waits.at(-1)?.task?.dueAt ?? '');
      expect(told).toEqual(defaultPolicy.referrerReminderDays.map(() => plainDate(lastDay)));
      expect(isWorkingDay(lastDay, defaultPolicy)).toBe(true);
    }),
  );
});

test('who was asked on a Friday before Christmas answers by a working day in January', () => {
  const theCase = askedAt('2026-12-18T10:00:00.000Z');
  expect(theCase.task && answerBy(theCase, theCase.task, defaultPolicy)).toBe('12 January 2027');
});
