import middy from '@middy/core';
import type { Log } from '#domain/ports/services.ts';

/** What a function may ask of its own run. */
interface Invocation {
  getRemainingTimeInMillis(): number;
}

/**
 * Wraps every function that the clock or an event calls, in one place: logs what happened by name, never by message, and
 * lets the error go on so that it is tried again and at last kept in the dead-letter queue.
 */
export function eventHandler<Result>(log: Log, handle: (event: unknown, context: Invocation) => Promise<Result>) {
  return middy<unknown, Result>()
    .onError((request) => log.error('event-failed', { error: request.error?.name ?? 'Error' }))
    .handler((event, context) => handle(event, context));
}
