import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { isRequest } from '#domain/notices/task-notices.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { sendNotices } from '../notices/send-notices.ts';
import { reassignTask } from './reassign-task.ts';

/**
 * For a notice whose person has left before it went: tells those who are here today instead, and opens the task to them, if
 * it is of one that is still to be decided. Whoever has had such a notice gets no second one.
 */
export async function askInTheirPlace(
  deps: DeliverDeps,
  { kind, taskId }: Pick<Notice, 'kind' | 'taskId'>,
  theCase: Case,
  referral: Addressees,
): Promise<void> {
  if (taskId !== undefined && theCase.task?.decision) return;
  await sendNotices(deps)(taskId === undefined ? 'OUTCOME' : momentOf(kind), theCase, referral);
  if (taskId !== undefined) await reassignTask(deps, theCase.reference);
}

function momentOf(kind: Notice['kind']): NoticeMoment {
  return isRequest(kind) ? 'TASK_OPENED' : 'TASK_REMINDED';
}
