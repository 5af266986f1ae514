import type { Case } from '../case/case.ts';
import { lastDayToAnswer } from '../case/waiting.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf, plainDate, timeInWords } from '../values/dates.ts';

/** Until when an answer of the referrer counts: an instant where there is one, or else the last whole day for it. */
export function askedUntil({ ask, task }: Case, policy: Policy): string | null {
  if (ask?.untilAt) return `${plainDate(londonDateOf(ask.untilAt))} at ${timeInWords(ask.untilAt)}`;
  return task?.kind === 'REFERRER' ? plainDate(lastDayToAnswer(task, policy)) : null;
}
