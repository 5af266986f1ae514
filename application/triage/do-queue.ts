import { type ClaimDeps, type ClaimTask, claimTask, releaseTask } from './claim-task.ts';
import { type WriteComment, writeComment } from './write-comment.ts';

/** What staff do with open tasks and the records behind them, beside deciding. */
export interface DoQueue {
  readonly claimTask: ClaimTask;
  readonly releaseTask: ClaimTask;
  readonly writeComment: WriteComment;
}

/** Every use case of the queue over one set of dependencies. */
export function doQueue(deps: ClaimDeps & Parameters<typeof writeComment>[0]): DoQueue {
  return { claimTask: claimTask(deps), releaseTask: releaseTask(deps), writeComment: writeComment(deps) };
}
