import type { Handle, HttpResponse } from './message.ts';

/** The pages or the API of one audience, as one function serves them. */
export interface HttpService {
  /** Stands in the log, such as `staff`. */
  readonly audience: string;
  readonly baseUrl: string;
  readonly handle: Handle;
  readonly broken: (failure: Broken) => HttpResponse;
}

/** That something broke. `canRetry`: the cause passes by itself. `support` is the request id, as in the log. `error`: its name. */
export interface Broken {
  readonly canRetry: boolean;
  readonly support: string;
  readonly error?: string;
}
