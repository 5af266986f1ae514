/**
 * How long and how often a client tries. Short, because the workflow, the sweeper and the form all try again. A
 * function that hangs costs more than one that fails.
 */
export function limits(maxAttempts: number) {
  return {
    maxAttempts,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  };
}
