/**
 * Public list prices in USD for Europe (London), eu-west-2, without free tiers, discounts and tax. Looked up on 22
 * November 2026 in stored copies of the pages named in `page`. `seen` says how well each is known: the London price,
 * one price for every region, another region's price, or not seen on that day. The last two are taken from earlier
 * lists. Check them against the pages before a budget is set on them.
 */
export const PRICES = {
  writeUnits: {
    usd: 0.7423,
    per: 1_000_000,
    unit: 'write units',
    page: 'DynamoDB, on-demand capacity',
    seen: 'another region',
  },
  readUnits: {
    usd: 0.1485,
    per: 1_000_000,
    unit: 'read units',
    page: 'DynamoDB, on-demand capacity',
    seen: 'another region',
  },
  transitions: {
    usd: 0.025,
    per: 1_000,
    unit: 'state transitions',
    page: 'Step Functions, standard workflows',
    seen: 'London',
  },
  lambdaRequests: { usd: 0.2, per: 1_000_000, unit: 'requests', page: 'Lambda', seen: 'another region' },
  lambdaGbSeconds: { usd: 0.0000133334, per: 1, unit: 'GB-seconds on arm64', page: 'Lambda', seen: 'another region' },
  apiRequests: { usd: 3.5, per: 1_000_000, unit: 'requests', page: 'API Gateway, REST APIs', seen: 'another region' },
  wafRequests: { usd: 0.6, per: 1_000_000, unit: 'requests', page: 'WAF', seen: 'every region' },
  s3Writes: {
    usd: 0.0053,
    per: 1_000,
    unit: 'PUT and POST requests',
    page: 'S3, standard storage',
    seen: 'another region',
  },
  s3Reads: {
    usd: 0.00042,
    per: 1_000,
    unit: 'GET and HEAD requests',
    page: 'S3, standard storage',
    seen: 'another region',
  },
  emails: { usd: 0.1, per: 1_000, unit: 'e-mails, one address each', page: 'SES, outbound', seen: 'not seen' },
  scannedFiles: {
    usd: 0.215,
    per: 1_000,
    unit: 'files scanned',
    page: 'GuardDuty, malware protection for S3',
    seen: 'not seen',
  },
  scannedGb: { usd: 0.09, per: 1, unit: 'GB scanned', page: 'GuardDuty, malware protection for S3', seen: 'not seen' },
  secretCalls: { usd: 0.05, per: 10_000, unit: 'calls', page: 'Secrets Manager', seen: 'not seen' },
  kmsRequests: { usd: 0.03, per: 10_000, unit: 'requests', page: 'KMS', seen: 'not seen' },
  logGb: { usd: 0.5985, per: 1, unit: 'GB of logs taken in', page: 'CloudWatch, logs', seen: 'not seen' },
  kmsKeys: { usd: 1, per: 1, unit: 'customer-managed keys a month', page: 'KMS', seen: 'not seen' },
  webAcls: { usd: 5, per: 1, unit: 'web ACLs a month', page: 'WAF', seen: 'every region' },
  wafRules: { usd: 1, per: 1, unit: 'rules and rule groups a month', page: 'WAF', seen: 'every region' },
  alarmMetrics: { usd: 0.1, per: 1, unit: 'metrics in alarms a month', page: 'CloudWatch, alarms', seen: 'not seen' },
  compositeAlarms: { usd: 0.5, per: 1, unit: 'composite alarms a month', page: 'CloudWatch, alarms', seen: 'not seen' },
  dashboards: { usd: 3, per: 1, unit: 'dashboards a month', page: 'CloudWatch, dashboards', seen: 'not seen' },
  traces: { usd: 5, per: 1_000_000, unit: 'traces recorded', page: 'X-Ray', seen: 'not seen' },
  customMetrics: { usd: 0.3, per: 1, unit: 'custom metrics a month', page: 'CloudWatch, metrics', seen: 'not seen' },
  secrets: { usd: 0.4, per: 1, unit: 'secrets a month', page: 'Secrets Manager', seen: 'not seen' },
} as const satisfies Record<string, { usd: number; per: number; unit: string; page: string; seen: Seen }>;

type Seen = 'London' | 'every region' | 'another region' | 'not seen';

export const PRICES_AS_OF = '2026-11-22';

export type Priced = keyof typeof PRICES;
