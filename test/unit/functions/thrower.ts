/** An error made this many calls deep. In a file of its own: a runner may add a query to the name of a test file. */
export function deep(calls: number): Error {
  return calls === 0 ? new Error('x') : deep(calls - 1);
}
