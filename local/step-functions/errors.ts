/** An error that a state reports: Retry and Catch decide what happens next. */
export class StateError extends Error {
  readonly error: string;
  readonly location: string | undefined;

  constructor(error: string, cause: string, location?: string) {
    super(cause);
    this.error = error;
    this.location = location;
  }
}

export const QUERY_EVALUATION = 'States.QueryEvaluationError';
export const DATA_LIMIT = 'States.DataLimitExceeded';
export const TIMEOUT = 'States.Timeout';
export const RUNTIME = 'States.Runtime';

/** A refusal of a request, named as AWS names it. */
export class Fault extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
