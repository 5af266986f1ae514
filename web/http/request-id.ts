import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs what answers one request; whatever page it makes can name the request. */
export function answering<T>(requestId: string, run: () => Promise<T>): Promise<T> {
  return current.run(requestId, run);
}

/** The id of the request that is being answered, as it stands in the log; undefined outside of one. */
export function answeredRequestId(): string | undefined {
  return current.getStore();
}
