/** The result of one invocation as Lambda reports it: the JSON that the handler returned, or why there is none. */
export type Outcome =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string; trace: string[] };

export function failure(errorType: string, errorMessage: string, trace: string[] = []): Outcome {
  return { ok: false, errorType, errorMessage, trace };
}
