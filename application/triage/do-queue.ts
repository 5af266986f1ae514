import { type ClaimDeps, type ClaimTask, claimTask, releaseTask } from './claim-task.ts';

/** What staff do with the queue of open tasks, beside deciding. */
export interface DoQueue {
  readonly claimTask: ClaimTask;
  readonly releaseTask: ClaimTask;
}

/** Every use case of the queue over one set of dependencies. */
export function doQueue(deps: ClaimDeps): DoQueue {
  return { claimTask: claimTask(deps), releaseTask: releaseTask(deps) };
}
