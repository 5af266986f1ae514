import { isMainThread } from 'node:worker_threads';

/** Files and folders that this process makes from now on belong to its owner alone: they hold children's records. */
export function closedToOthers(): void {
  if (isMainThread) process.umask(0o077);
}
