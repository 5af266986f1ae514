import type { Actor } from './actor.ts';

/** That someone read a record: kept for the family's sake, beside the case and never in it. */
export interface Reading {
  readonly reference: string;
  readonly at: string;
  readonly by: Actor;
  readonly what: string;
  /** The task or TODO for which staff read it. */
  readonly taskId?: string;
}
