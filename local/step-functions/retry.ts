import type { Retrier } from './load/fields.ts';

const NEVER_MATCHED_BY_ALL = new Set(['States.DataLimitExceeded', 'States.Runtime']);

/** Whether an ErrorEquals list covers an error. States.Runtime always ends the execution, even where it is named. */
export function matches(errorEquals: string[], error: string): boolean {
  if (error === 'States.Runtime') return false;
  if (errorEquals.includes(error)) return true;
  if (NEVER_MATCHED_BY_ALL.has(error)) return false;
  if (errorEquals.includes('States.ALL')) return true;
  return errorEquals.includes('States.TaskFailed') && error !== 'States.Timeout';
}

export interface PlannedRetry {
  retrier: number;
  delayMs: number;
}

/** The first retrier that covers the error decides alone; once its attempts are spent there is no retry. */
export function planRetry(
  retriers: Retrier[],
  spent: number[],
  error: string,
  random: () => number,
): PlannedRetry | undefined {
  const retrier = retriers.findIndex((one) => matches(one.ErrorEquals, error));
  const rule = retriers[retrier];
  const done = spent[retrier] ?? 0;
  if (!rule || done >= rule.MaxAttempts) return undefined;
  return { retrier, delayMs: delayOf(rule, done, random) };
}

function delayOf(rule: Retrier, done: number, random: () => number): number {
  const grown = rule.IntervalSeconds * rule.BackoffRate ** done;
  const capped = Math.min(grown, rule.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const jitter = rule.JitterStrategy === 'FULL' ? random() : 1;
  return Math.round(capped * jitter * 1000);
}
