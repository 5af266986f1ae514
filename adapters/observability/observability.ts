import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CountMetric, Log } from '#domain/ports/services.ts';

/** CloudWatch has no minutes: the value stays in minutes and the unit says nothing. */
const units = { Count: MetricUnit.Count, Minutes: MetricUnit.NoUnit } as const;

/** Structured log lines and metrics of one function: namespace `SmallSteps`, dimension `service`, written at once. */
export function createObservability(service: string): { log: Log; count: CountMetric } {
  const logger = new Logger({ serviceName: service });
  const metrics = new Metrics({ namespace: 'SmallSteps', serviceName: service });
  return {
    log: {
      info: (event, fields = {}) => logger.info(event, { ...fields }),
      error: (event, fields = {}) => logger.error(event, { ...fields }),
    },
    count: (name, value, unit) => {
      metrics.singleMetric().addMetric(name, units[unit], value);
    },
  };
}
