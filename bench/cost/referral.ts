import { LATENCY_MS, type Played } from '../calls/play.ts';
import { atMost, type Finding, type Table } from '../report.ts';
import { costOf, type Quantities, without } from './cost.ts';
import { PRICES, PRICES_AS_OF } from './prices.ts';
import { gbSeconds, referralQuantities } from './quantities.ts';

const BUDGET_USD = 0.001;

/** What one referral costs on its way from evidence to waiting list, and which parts of it make the price. */
export function referralCostFinding(played: Played): Finding {
  const all = referralQuantities(played);
  const warm = without(all, 'emails', 'scannedFiles', 'scannedGb');
  const cold = gbSeconds(played.loads, played.memoryMb);
  const records: Quantities = {
    writeUnits: all.writeUnits ?? 0,
    readUnits: all.readUnits ?? 0,
    transitions: all.transitions ?? 0,
  };
  const sums = {
    recordsAndWorkflow: costOf(records).total,
    withoutEmailAndScan: costOf(warm).total,
    withEmail: costOf({ ...warm, emails: all.emails ?? 0 }).total,
    withEmailAndScan: costOf(all).total,
    everyFunctionLoadedFresh: costOf({ lambdaGbSeconds: cold }).total,
  };
  return {
    topic: 'cost of a referral',
    tables: [lines(all), units(played), summary(sums)],
    budgets: [
      atMost('a referral, capacity units and transitions', BUDGET_USD, sums.recordsAndWorkflow, 'USD'),
      atMost('a referral, everything but e-mail and malware scan', BUDGET_USD, sums.withoutEmailAndScan, 'USD'),
      atMost('a referral with its e-mails', BUDGET_USD, sums.withEmail, 'USD'),
      atMost('a referral with its e-mails and malware scan', BUDGET_USD, sums.withEmailAndScan, 'USD'),
    ],
    data: { pricesAsOf: PRICES_AS_OF, region: 'eu-west-2', quantities: all, coldGbSeconds: cold, usd: sums },
  };
}

function lines(quantities: Quantities): Table {
  const { total, lines: priced } = costOf(quantities);
  return {
    title: `One referral at list prices as of ${PRICES_AS_OF}, eu-west-2, no free tier`,
    columns: ['page of prices', 'unit', 'quantity', 'USD per', 'units', 'USD', 'price seen for'],
    rows: [
      ...priced.map(({ name, quantity, usd }) => {
        const price = PRICES[name];
        return [price.page, price.unit, quantity, price.usd, price.per, usd, price.seen];
      }),
      ['all', '', '', '', '', total, ''],
    ],
    notes: [
      `Lambda time is that of this machine, each answer of AWS held back ${LATENCY_MS} ms, bundles loaded already`,
      'a run of the sweeper that finds nothing is part of the month, not of a referral',
    ],
  };
}

function units({ calls }: Played): Table {
  const dynamo = calls.filter(({ service }) => service === 'DynamoDB');
  const parts = Object.entries(Object.groupBy(dynamo, ({ step, by }) => `${step}|${by}`));
  const sum = (part: typeof dynamo, unit: 'read' | 'write') => part.reduce((total, call) => total + call[unit], 0);
  return {
    title: 'DynamoDB units of one referral, from the sizes of its items',
    columns: ['step', 'function', 'read units', 'write units'],
    rows: [
      ...parts.map(([name, part = []]) => [...name.split('|'), sum(part, 'read'), sum(part, 'write')]),
      ['all', '', sum(dynamo, 'read'), sum(dynamo, 'write')],
    ],
  };
}

function summary(sums: Record<string, number>): Table {
  const words: Record<string, string> = {
    recordsAndWorkflow: 'DynamoDB units and workflow transitions',
    withoutEmailAndScan: 'and Lambda, API Gateway, WAF, S3, Secrets Manager',
    withEmail: 'and its e-mails',
    withEmailAndScan: 'and the malware scan of its evidence',
    everyFunctionLoadedFresh: 'on top, where every function is loaded for this referral alone',
  };
  return {
    title: 'Together',
    columns: ['what', 'USD'],
    rows: Object.entries(sums).map(([name, usd]) => [words[name] ?? name, usd]),
  };
}
