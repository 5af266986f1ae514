import type { DueKind } from '#domain/process/indexes.ts';

/** Until when a sweep may take up something of each kind, and wait for it: aborted when that time has passed. */
export type SweepBudget = Readonly<Record<DueKind, AbortSignal>>;

/** For the measures, the last pauses and the lease, even where the table answers late, in milliseconds. */
const KEPT_BACK = 15_000;

/**
 * Shares out the time that is left, in milliseconds. Each kind gets its turn even if one hangs, and the measures are
 * written before Lambda ends the function.
 */
export function sweepBudget(leftMs: number): SweepBudget {
  const part = (share: number) => AbortSignal.timeout(Math.max(0, Math.floor((leftMs - KEPT_BACK) * share)));
  return {
    ...{ CASE: part(0.45), SUPPORT: part(0.6), NOTICE: part(0.8) },
    ...{ TODO: part(0.88), SLOT: part(0.94), DRAFT: part(1) },
  };
}
