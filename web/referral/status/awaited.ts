import type { Case, Task } from '#domain/case/case.ts';
import { lastDayToAnswer, waitDays } from '#domain/case/waiting.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';

const day = (at: string) => plainDate(londonDateOf(at));

/** What we wait for, from which person and by when, in words for the referrer. */
export function awaited(theCase: Case, policy: Policy): string {
  const { task, status, parked } = theCase;
  if (parked) return 'Somebody on our side puts it right. We need nothing from you.';
  if (task?.kind === 'REFERRER') return `Your answer, by ${answerBy(theCase, task, policy)}.`;
  if (task) return ofOurTeam(task, policy);
  if (status === 'ON_WAITING_LIST') return 'A place. Somebody from our team then gets in touch with the family.';
  return ended.includes(status)
    ? 'Nothing: it has ended here.'
    : 'The next step on our side. We need nothing from you.';
}

function ofOurTeam(task: Task, policy: Policy): string {
  const who = task.kind === 'TRIAGE' ? 'The triage team’s decision' : 'That somebody on our team looks at it';
  if (task.decision) return `${who}. It is being recorded.`;
  const asked = `${who}. They were asked on ${day(task.openedAt)}`;
  const isLast = task.round + 1 >= waitDays(task.kind, policy).length;
  if (!isLast) return `${asked}, and are reminded on ${day(task.dueAt)} if it is not done by then.`;
  return `${asked}, and were reminded. If it is not done by ${day(task.dueAt)}, somebody finds out why.`;
}

const ended: readonly Case['status'][] = ['NOT_ACCEPTED', 'REDIRECTED', 'DECLINED', 'OUT_OF_SCOPE', 'WITHDRAWN'];

/** Until when an answer counts: the instant at which the machine stops waiting, or the last whole day after the reminders. */
export function answerBy({ ask }: Case, task: Task, policy: Policy): string {
  return ask?.untilAt ? instantInWords(ask.untilAt) : plainDate(lastDayToAnswer(task, policy));
}
