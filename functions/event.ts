import middy from '@middy/core';
import { failByName } from './failure.ts';
import { type Telemetry, withTelemetry } from './telemetry.ts';

/** What a function may ask of its own run. */
interface Invocation {
  getRemainingTimeInMillis(): number;
}

/**
 * Wraps every function that the clock or an event calls. Logs an error by name, never by message, and throws it by
 * name. Lambda then tries again and at last keeps the event in the dead-letter queue.
 */
export function eventHandler<Result>(
  telemetry: Telemetry,
  handle: (event: unknown, context: Invocation) => Promise<Result>,
) {
  return middy<unknown, Result>()
    .use(withTelemetry(telemetry))
    .use(failByName(telemetry.log, 'event-failed'))
    .handler((event, context) => handle(event, context));
}
