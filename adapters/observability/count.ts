import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CountMetric } from '#domain/ports/services.ts';

/** CloudWatch has no minutes: the value stays in minutes and the unit says nothing. */
const units = { Count: MetricUnit.Count, Minutes: MetricUnit.NoUnit } as const;

/**
 * Metrics of one function: the stack's name as namespace, dimension `service`. What `count` is told stays in `metrics` until
 * the middleware writes it at the end of the invocation, in one line.
 */
export function createCount(service: string, stackName: string): { metrics: Metrics; count: CountMetric } {
  const metrics = new Metrics({ namespace: stackName, serviceName: service });
  return { metrics, count: (name, value, unit) => void metrics.addMetric(name, units[unit], value) };
}
