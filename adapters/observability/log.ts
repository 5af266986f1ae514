import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '#domain/ports/services.ts';

/** Structured log lines of one function. */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (event, fields = {}) => logger.info(event, { ...fields }),
    error: (event, fields = {}) => logger.error(event, { ...fields }),
  };
}
