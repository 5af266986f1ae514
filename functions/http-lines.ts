import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { stackFrames } from './stack-frames.ts';
import type { Telemetry } from './telemetry.ts';

/**
 * Logs each answer by audience, method and status, each failure by the error's name and place. Every line that is written
 * until then carries `requestId`, which error pages show. Paths and queries are never logged, because they hold tokens.
 */
export function httpLines(
  { logger, log }: Telemetry,
  audience: string,
): MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult> {
  return {
    before: ({ event }) => {
      logger.appendKeys({ requestId: event.requestContext.requestId });
    },
    after: ({ event, response }) => {
      log.info('http.answered', { audience, method: event.httpMethod, status: response?.statusCode ?? 0 });
    },
    onError: ({ error }) => {
      log.error('http.failed', { audience, error: error?.name ?? 'unknown', where: stackFrames(error) });
    },
  };
}
