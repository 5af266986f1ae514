import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Rule } from 'aws-cdk-lib/aws-events';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

const FIVE_MINUTES = Duration.minutes(5);

/**
 * The numbers that the sweeper of this stack writes into its log every minute, by name; minutes or counts, the greatest in
 * five minutes.
 */
export function sweeperNumbers(stackName: string) {
  return (metricName: string, statistic: string = Stats.MAXIMUM): Metric =>
    new Metric({
      namespace: stackName,
      metricName,
      dimensionsMap: { service: 'sweep' },
      statistic,
      period: FIVE_MINUTES,
    });
}

/**
 * The same minute by minute, where a minute in which no one wrote it is nought. Missing data alone rings only once the whole
 * range that CloudWatch looks at is empty, which takes 20 to 25 minutes.
 */
export const everyMinute = (metric: Metric): MathExpression => filled(metric, Duration.minutes(1));

/** The same hour by hour. Silence of more than a day can be told in hours only, and of seven days at most. */
export const everyHour = (metric: Metric): MathExpression => filled(metric, Duration.hours(1));

function filled(metric: Metric, period: Duration): MathExpression {
  return new MathExpression({
    label: metric.metricName,
    expression: 'FILL(m, 0)',
    usingMetrics: { m: metric.with({ period }) },
    period,
  });
}

/** The sum of these counts in five minutes, where a count that no one wrote is nought. */
export function sum(label: string, metrics: readonly IMetric[]): MathExpression {
  const named = Object.fromEntries(metrics.map((metric, n) => [`m${n}`, metric]));
  const expression = Object.keys(named)
    .map((name) => `FILL(${name}, 0)`)
    .join(' + ');
  return new MathExpression({ label, expression, usingMetrics: named, period: FIVE_MINUTES });
}

export const throttlesOf = (functions: readonly Lambda[]): IMetric[] =>
  functions.map((lambda) => lambda.metricThrottles({ period: FIVE_MINUTES }));

/** How often these functions wrote this event into their logs, in five minutes. */
export function logged(scope: Construct, stackName: string, event: string, functions: readonly Lambda[]): Metric {
  const metricName = event.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  for (const lambda of functions) {
    new MetricFilter(scope, `${metricName}In${lambda.node.scope?.node.id ?? ''}`, {
      logGroup: lambda.logGroup,
      filterPattern: FilterPattern.stringValue('$.message', '=', event),
      metricNamespace: stackName,
      metricName,
    });
  }
  return new Metric({ namespace: stackName, metricName, statistic: Stats.SUM, period: FIVE_MINUTES });
}

/** The share of this service's mail that came back or was complained of, as SES counts it. */
export function mailRate(configurationSet: string, metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate') {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: Stats.AVERAGE,
    period: Duration.hours(1),
  });
}

/** Requests that the firewall refused, by whichever rule. */
export function blockedRequests(stackName: string, region: string): Metric {
  return new Metric({
    namespace: 'AWS/WAFV2',
    metricName: 'BlockedRequests',
    dimensionsMap: { WebACL: stackName, Region: region, Rule: 'ALL' },
    statistic: Stats.SUM,
    period: FIVE_MINUTES,
  });
}

/** Calls that the table failed or throttled, by operation. */
export function storeErrors({ tableName }: Table): IMetric[] {
  return ['SystemErrors', 'ThrottledRequests'].flatMap((metricName) =>
    ['GetItem', 'PutItem', 'Query'].map(
      (Operation) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap: { TableName: tableName, Operation },
          statistic: Stats.SUM,
          period: FIVE_MINUTES,
        }),
    ),
  );
}

/** Events that a rule could not hand to its function. */
export const failedInvocationsOf = (rules: readonly Rule[]): IMetric[] =>
  rules.map(
    (rule) =>
      new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
  );
