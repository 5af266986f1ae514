/**
 * How long and how often a client tries. Short: the workflow, the sweeper and the person at the form all try again, and a
 * function that hangs costs more than one that says so.
 */
export function limits(maxAttempts: number) {
  return {
    maxAttempts,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  };
}
