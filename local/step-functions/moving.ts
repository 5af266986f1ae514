import type { Execution } from './execution.ts';

/** Whether an execution can take a step by itself, without anything from outside. */
export function canGoOn({ position }: Execution): boolean {
  return ['READY', 'SUCCEEDED', 'FAILED'].includes(position.phase);
}

/** Whether it waits for this engine and no one else. Only these must be taken up when a store is opened again. */
export function isMoving(execution: Execution): boolean {
  return canGoOn(execution) || execution.position.phase === 'INVOKING';
}
