import { openRequest } from '#domain/case/ask-withdrawal.ts';
import type { Case, Task } from '#domain/case/case.ts';
import { openLookAgain } from '#domain/case/look-again.ts';
import { isShared } from '#domain/case/shared.ts';
import { PUT_RIGHT, referrerIsAsked } from '#domain/case/tell-family.ts';
import { isStuck } from '#domain/case/tell-of-parked.ts';
import { lastDayToAnswer, waitDays } from '#domain/case/waiting.ts';
import { isPutRightByItself } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { awaitedWords } from './words.ts';

const day = (at: string) => plainDate(londonDateOf(at));

/** Who the referral waits for and by when, in words for the referrer. */
export function awaited(theCase: Case, policy: Policy): string {
  const { task, status, parked } = theCase;
  if (parked && isPutRightByItself(theCase)) return awaitedWords.nextTry;
  if (parked) return isStuck(theCase) ? awaitedWords.operator : awaitedWords.askedWeekly;
  if (task?.kind === 'REFERRER') return awaitedWords.answer(answerBy(theCase, task, policy));
  if (task) return ofOurTeam(task, policy);
  if (openRequest(theCase)) return awaitedWords.withdrawal;
  const again = openLookAgain(theCase);
  if (again && ended.includes(status)) {
    return (
      again.from === undefined || again.from === 'REFERRER' ? awaitedWords.checkAgain : awaitedWords.checkedForOthers
    )(day(again.at));
  }
  if (status === 'ON_WAITING_LIST') return awaitedWords.turn;
  return ended.includes(status) ? ofReferrer(theCase) : awaitedWords.nextStep;
}

function ofReferrer(theCase: Case): string {
  if (isToSendAgain(theCase)) return awaitedWords.sendAgain;
  const isToAgree = isWanted(theCase, 'FORWARD', undefined) && !isShared(theCase);
  const asked = [
    ...(isToAgree ? [awaitedWords.agree] : []),
    ...(referrerIsAsked(theCase) ? [awaitedWords.tellFamily] : []),
  ];
  return asked.length === 0 ? awaitedWords.nothing : asked.join(' ');
}

/** Whether a returned referral can still be corrected and was not sent again. */
export function isToSendAgain(theCase: Case): boolean {
  return isWanted(theCase, 'RESUBMIT', undefined) && theCase.untold !== PUT_RIGHT;
}

function ofOurTeam(task: Task, policy: Policy): string {
  const who = task.kind === 'TRIAGE' ? awaitedWords.decision : awaitedWords.check;
  if (task.decision) return `${who} ${awaitedWords.recording}`;
  const isLast = task.round + 1 >= waitDays(task.kind, policy).length;
  const dates = { asked: day(task.openedAt), due: day(task.dueAt) };
  return `${who} ${isLast ? awaitedWords.lastReminder(dates) : awaitedWords.reminder(dates)}`;
}

const ended: readonly Case['status'][] = [
  'NOT_ACCEPTED',
  'REDIRECTED',
  'DECLINED',
  'OUT_OF_SCOPE',
  'WITHDRAWN',
  'CLOSED',
];

/** Until when an answer counts: the instant at which the machine stops waiting, or the last whole day after the reminders. */
export function answerBy({ ask }: Case, task: Task, policy: Policy): string {
  return ask?.untilAt ? instantInWords(ask.untilAt) : plainDate(lastDayToAnswer(task, policy));
}
