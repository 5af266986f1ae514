import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { CountMetric } from '#domain/ports/services.ts';

/** CloudWatch has no minutes: the value stays in minutes and the unit says nothing. */
const units = { Count: MetricUnit.Count, Minutes: MetricUnit.NoUnit } as const;

/** Metrics of one function: the stack's name as namespace, dimension `service`, written at once. */
export function createCount(service: string, stackName: string): CountMetric {
  const metrics = new Metrics({ namespace: stackName, serviceName: service });
  return (name, value, unit) => {
    metrics.singleMetric().addMetric(name, units[unit], value);
  };
}
