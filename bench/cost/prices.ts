/**
 * Public list prices in USD for Europe (London), eu-west-2, without free tiers, discounts and tax, as of 22 November 2026:
 * the pricing pages of the services named in `page`, or, where the copy at hand showed another region, that price as the
 * London one was known from earlier lists. Check them against the pages before a budget is set on them.
 */
export const PRICES = {
  writeUnits: { usd: 0.7423, per: 1_000_000, unit: 'write units', page: 'DynamoDB, on-demand capacity' },
  readUnits: { usd: 0.1485, per: 1_000_000, unit: 'read units', page: 'DynamoDB, on-demand capacity' },
  transitions: { usd: 0.025, per: 1_000, unit: 'state transitions', page: 'Step Functions, standard workflows' },
  lambdaRequests: { usd: 0.2, per: 1_000_000, unit: 'requests', page: 'Lambda' },
  lambdaGbSeconds: { usd: 0.0000133334, per: 1, unit: 'GB-seconds on arm64', page: 'Lambda' },
  apiRequests: { usd: 3.5, per: 1_000_000, unit: 'requests', page: 'API Gateway, REST APIs' },
  wafRequests: { usd: 0.6, per: 1_000_000, unit: 'requests', page: 'WAF' },
  s3Writes: { usd: 0.0053, per: 1_000, unit: 'PUT and POST requests', page: 'S3, standard storage' },
  s3Reads: { usd: 0.00042, per: 1_000, unit: 'GET and HEAD requests', page: 'S3, standard storage' },
  emails: { usd: 0.1, per: 1_000, unit: 'e-mails, one address each', page: 'SES, outbound' },
  scannedFiles: { usd: 0.215, per: 1_000, unit: 'files scanned', page: 'GuardDuty, malware protection for S3' },
  scannedGb: { usd: 0.09, per: 1, unit: 'GB scanned', page: 'GuardDuty, malware protection for S3' },
  secretCalls: { usd: 0.05, per: 10_000, unit: 'calls', page: 'Secrets Manager' },
  kmsRequests: { usd: 0.03, per: 10_000, unit: 'requests', page: 'KMS' },
  logGb: { usd: 0.5985, per: 1, unit: 'GB of logs taken in', page: 'CloudWatch, logs' },
  kmsKeys: { usd: 1, per: 1, unit: 'customer-managed keys a month', page: 'KMS' },
  webAcls: { usd: 5, per: 1, unit: 'web ACLs a month', page: 'WAF' },
  wafRules: { usd: 1, per: 1, unit: 'rules and rule groups a month', page: 'WAF' },
  alarmMetrics: { usd: 0.1, per: 1, unit: 'metrics in alarms a month', page: 'CloudWatch, alarms' },
  customMetrics: { usd: 0.3, per: 1, unit: 'custom metrics a month', page: 'CloudWatch, metrics' },
  secrets: { usd: 0.4, per: 1, unit: 'secrets a month', page: 'Secrets Manager' },
} as const satisfies Record<string, { usd: number; per: number; unit: string; page: string }>;

export const PRICES_AS_OF = '2026-11-22';

export type Priced = keyof typeof PRICES;
