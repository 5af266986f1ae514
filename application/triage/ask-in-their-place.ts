import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { isOfParked, isRequest } from '#domain/notices/task-notices.ts';
import { isTodoId } from '#domain/people/todo.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { sendNotices } from '../notices/send-notices.ts';
import { reassignTask } from './reassign-task.ts';

/**
 * For a notice whose person left before it was sent. Tells those who are here today and opens a task that is still
 * undecided to them. No one gets a second such notice.
 */
export async function askInTheirPlace(
  deps: DeliverDeps,
  { kind, taskId }: Pick<Notice, 'kind' | 'taskId'>,
  theCase: Case,
  referral: Addressees,
): Promise<void> {
  // Those who are here are told of a parked case and reminded anyway, and again in a week.
  if (isOfParked(kind) || kind === 'TEAM_TODO_REMINDER' || kind === 'TEAM_NEW_LINK' || kind === 'TEAM_HANDED_ON')
    return;
  // The other service managers were told at once, and the opening stands on their page.
  if (kind === 'TEAM_RECORD_OPENED') return;
  const isOfTask = taskId !== undefined && !isTodoId(theCase.reference, taskId);
  if (isOfTask && theCase.task?.decision) return;
  await sendNotices(deps)(isOfTask ? momentOf(kind) : (todoMoments.get(kind) ?? 'OUTCOME'), theCase, referral);
  if (isOfTask) await reassignTask(deps, theCase.reference);
}

/** When what staff are asked beside a task is asked, where that is not when people are told how a case has gone. */
const todoMoments: ReadonlyMap<string, NoticeMoment> = new Map<string, NoticeMoment>([
  ['TEAM_FAMILY_UNTOLD', 'FAMILY_UNTOLD'],
  ['TEAM_CAME_BACK', 'FAMILY_CAME_BACK'],
  ['TEAM_CONFIRM_WITHDRAWAL', 'WITHDRAWAL_ASKED'],
  ['TEAM_LOOK_AGAIN', 'LOOK_AGAIN_ASKED'],
  ['TEAM_CHILD_DIED', 'CHILD_DIED'],
  ['TEAM_TELL_ASKED', 'QUESTION_ASKED'],
  ['TEAM_TELL_NOT_ANSWERED', 'NOT_ANSWERED'],
  ['TEAM_TELL_DELAYED', 'PARKED'],
  ['TEAM_PRINT_REOPENED', 'CHECKED_AGAIN'],
  ['TEAM_TELL_REOPENED', 'CHECKED_AGAIN'],
  ['TEAM_PRINT_ENDED', 'FAMILY_ENDED'],
  ['TEAM_PRINT_AGAIN', 'FAMILY_CAME_BACK'],
  ['TEAM_PRINT_OFFER', 'OFFERED'],
  ['TEAM_TELL_OFFER', 'OFFERED'],
  ['TEAM_RING_FAMILY', 'OFFER_ANSWERED'],
  ['OFFER_NO_ANSWER', 'OFFER_ANSWERED'],
  ['TEAM_EXTENSION_ASKED', 'EXTENSION_ASKED'],
  ['TEAM_EXTENSION_DECIDED', 'EXTENSION_DECIDED'],
]);

function momentOf(kind: Notice['kind']): NoticeMoment {
  return isRequest(kind) ? 'TASK_OPENED' : 'TASK_REMINDED';
}
