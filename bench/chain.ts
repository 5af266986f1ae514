/** A stretch of time, in ms on any one clock. */
export type Span = { start: number; end: number };

/**
 * The longest chain of spans in which each begins after the one before has ended. It is the number of round trips that
 * a caller waits for. Spans that overlap in time count as one step.
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
