import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '#domain/ports/services.ts';

/** Structured log lines of one function. `logger` is what middlewares add to; each line of `log` carries what they added. */
export function createLog(service: string): { readonly logger: Logger; readonly log: Log } {
  const logger = new Logger({ serviceName: service });
  const log: Log = {
    info: (event, fields = {}) => logger.info(event, { ...fields }),
    error: (event, fields = {}) => logger.error(event, { ...fields }),
  };
  return { logger, log };
}
