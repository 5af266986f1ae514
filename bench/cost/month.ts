import * as z from 'zod';
import type { Template } from '../assembly.ts';
import type { Played } from '../calls/play.ts';
import type { Finding } from '../report.ts';
import { costOf, type Quantities } from './cost.ts';
import { PRICES, PRICES_AS_OF } from './prices.ts';
import { gbSeconds } from './quantities.ts';

const MINUTES = (365 * 24 * 60) / 12;

/** A log line of metrics and what Lambda itself writes around a run; an estimate, no log of AWS is measured here. */
const LOG_BYTES_A_RUN = 1_500;

/** Numbers that the sweeper writes and no alarm reads: what of each kind is put off. */
const UNWATCHED = 3;

/** DynamoDB keeps a table's key for five minutes (its developer guide), so it asks KMS at most that often. */
const KEY_KEPT_MINUTES = 5;

const metricSchema = z.object({ Namespace: z.string(), MetricName: z.string() });
const alarmSchema = z.looseObject({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Metrics: z.array(z.looseObject({ MetricStat: z.looseObject({ Metric: metricSchema }).optional() })).default([]),
});
const aclSchema = z.looseObject({ Rules: z.array(z.unknown()).default([]) });

/** What the stack costs in a month in which no one refers anyone, from the counts of its resources. */
export function monthFinding(template: Template, played: Played): Finding {
  const quantities = monthQuantities(template, played);
  const { lines, total } = costOf(quantities);
  return {
    topic: 'cost of an idle month',
    tables: [
      {
        title: `A month without a referral at list prices as of ${PRICES_AS_OF}, eu-west-2, no free tier`,
        columns: ['page of prices', 'unit', 'quantity', 'USD'],
        rows: [
          ...lines.map(({ name, quantity, usd }) => [PRICES[name].page, PRICES[name].unit, quantity, usd]),
          ['all', '', '', total],
        ],
        notes: [
          'not in it: what is stored (DynamoDB about $0.30 a GB, its recovery copies $0.24, S3 $0.024), traffic out, support, tax',
          'nor the seals of the nights: each reads all cases, see docs/decisions/0031-seal-histories-every-night.md',
          'the first three dashboards and 100,000 traces of an account are free, which is not taken off here',
          'the schedule is a rule on the default bus, which has no price; alarms by e-mail are free up to 1,000 a month',
        ],
      },
    ],
    budgets: [],
    data: { pricesAsOf: PRICES_AS_OF, quantities, usd: total },
  };
}

function monthQuantities(template: Template, { idle, memoryMb }: Played): Quantities {
  const alarms = propertiesOf(template, 'AWS::CloudWatch::Alarm').map((properties) =>
    metricsOf(alarmSchema.parse(properties)),
  );
  const rules = propertiesOf(template, 'AWS::WAFv2::WebACL').map(
    (properties) => aclSchema.parse(properties).Rules.length,
  );
  const own = alarms.flat().filter(({ Namespace }) => !Namespace.startsWith('AWS/'));
  return {
    kmsKeys: propertiesOf(template, 'AWS::KMS::Key').length,
    webAcls: rules.length,
    wafRules: rules.reduce((sum, count) => sum + count, 0),
    alarmMetrics: alarms.flat().length,
    compositeAlarms: propertiesOf(template, 'AWS::CloudWatch::CompositeAlarm').length,
    dashboards: propertiesOf(template, 'AWS::CloudWatch::Dashboard').length,
    // Of what comes once a minute X-Ray samples every call.
    traces: MINUTES,
    customMetrics: new Set(own.map(({ Namespace, MetricName }) => `${Namespace} ${MetricName}`)).size + UNWATCHED,
    secrets: propertiesOf(template, 'AWS::SecretsManager::Secret').length,
    lambdaRequests: MINUTES,
    lambdaGbSeconds: MINUTES * gbSeconds([idle.invocation], memoryMb),
    readUnits: MINUTES * idle.calls.reduce((sum, { read }) => sum + read, 0),
    writeUnits: MINUTES * idle.calls.reduce((sum, { write }) => sum + write, 0),
    kmsRequests: MINUTES / KEY_KEPT_MINUTES,
    logGb: (MINUTES * LOG_BYTES_A_RUN) / 1024 ** 3,
  };
}

function propertiesOf({ Resources }: Template, type: string): Record<string, unknown>[] {
  return Object.values(Resources).flatMap(({ Type, Properties }) => (Type === type ? [Properties] : []));
}

/** An alarm costs as much as it reads metrics. */
function metricsOf({ Namespace, MetricName, Metrics }: z.infer<typeof alarmSchema>) {
  const single = Namespace === undefined || MetricName === undefined ? [] : [{ Namespace, MetricName }];
  return [...single, ...Metrics.flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat.Metric]))];
}
