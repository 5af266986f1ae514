/** Ends loading with a reason; a function of its own type so that callers narrow after it. */
export type Refuse = (reason: string) => never;
