/** A stretch of time, in ms on any one clock. */
export type Span = { start: number; end: number };

/**
 * The longest chain of spans of which each begins only once the one before has ended: how many round trips a caller waits
 * for one after another. Spans that overlap in time count as one step.
 */
export function longestChain(spans: readonly Span[]): number {
  let steps = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { start, end } of spans.toSorted((one, other) => one.end - other.end)) {
    if (start < until) continue;
    steps += 1;
    until = end;
  }
  return steps;
}
