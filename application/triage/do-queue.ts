import { type ClaimTask, claimTask, releaseTask } from './claim-task.ts';
import { type HandOnDeps, type HandOnTasks, handOnTasks } from './hand-on-tasks.ts';
import { type WriteComment, writeComment } from './write-comment.ts';

/** What staff do with open tasks and the records behind them, beside deciding. */
export interface DoQueue {
  readonly claimTask: ClaimTask;
  readonly releaseTask: ClaimTask;
  readonly handOnTasks: HandOnTasks;
  readonly writeComment: WriteComment;
}

/** Every use case of the queue over one set of dependencies. */
export function doQueue(deps: HandOnDeps & Parameters<typeof writeComment>[0]): DoQueue {
  return {
    claimTask: claimTask(deps),
    releaseTask: releaseTask(deps),
    handOnTasks: handOnTasks(deps),
    writeComment: writeComment(deps),
  };
}
