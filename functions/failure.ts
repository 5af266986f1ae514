import type { MiddlewareObj } from '@middy/core';
import type { Log } from '#domain/ports/services.ts';
import { stackFrames } from './stack-frames.ts';

/** Carries only the name of another error. */
class Failed extends Error {}

/**
 * Logs as `line` which error it was and where it was thrown, and lets it leave the function by its name alone. A message
 * could carry a child's name into the workflow's history, a dead-letter queue or the log of Lambda's runtime.
 */
export function failByName<Event, Result>(log: Log, line: string): MiddlewareObj<Event, Result> {
  return {
    onError: (request) => {
      const name = request.error?.name ?? 'Error';
      log.error(line, { error: name, where: stackFrames(request.error) });
      const failed = new Failed('The log of this function says more.');
      failed.name = name;
      // Thrown from here, middy would hang the first error on it, and skip the middlewares that clean up.
      request.error = failed;
    },
  };
}
