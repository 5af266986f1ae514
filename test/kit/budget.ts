import type { SweepBudget } from '#application/sweep/sweep-budget.ts';

/** All the time that a sweep may want. */
export function endless(): SweepBudget {
  const never = () => new AbortController().signal;
  return { CASE: never(), SUPPORT: never(), NOTICE: never(), TODO: never(), SLOT: never(), DRAFT: never() };
}

/** All the time that a run may want, and a run whose time is up. */
export const endlessTime = (): AbortSignal => new AbortController().signal;
export const noTime = (): AbortSignal => AbortSignal.abort();
