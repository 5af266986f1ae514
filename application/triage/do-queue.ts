import { tellNewHolder } from '../notices/tell-new-holder.ts';
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
export function doQueue(
  deps: Omit<HandOnDeps, 'tellNewHolder'> & Parameters<typeof tellNewHolder>[0] & Parameters<typeof writeComment>[0],
): DoQueue {
  return {
    claimTask: claimTask(deps),
    releaseTask: releaseTask(deps),
    handOnTasks: handOnTasks({ ...deps, tellNewHolder: tellNewHolder(deps) }),
    writeComment: writeComment(deps),
  };
}
