import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import type { Metrics } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import type { Log } from '#domain/ports/services.ts';

/** What a function tells its operators through. */
export interface Telemetry {
  readonly logger: Logger;
  /** Writes through `logger`, so its lines carry what the middlewares add. */
  readonly log: Log;
  /** Only of a function that counts. */
  readonly metrics?: Metrics;
}

/**
 * The outermost middlewares of every function. Each log line carries the request id of the invocation and whether its start
 * was cold; metrics are written once, when it ends. The event is never logged, whatever the environment says: it may hold
 * personal data or a token. Nothing that an invocation adds to the logger reaches the next one.
 */
export function withTelemetry({ logger, metrics }: Telemetry) {
  const context = injectLambdaContext(logger, { logEvent: false, resetKeys: true });
  return metrics === undefined ? [context] : [context, logMetrics(metrics)];
}
