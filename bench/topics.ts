import { synthesisedStack } from './assembly.ts';
import { assessFinding } from './assess.ts';
import { bundlesFinding } from './bundles/bundles.ts';
import { callsFinding } from './calls/calls.ts';
import { type Played, play } from './calls/play.ts';
import { consoleFinding } from './console/console.ts';
import { monthFinding } from './cost/month.ts';
import { referralCostFinding } from './cost/referral.ts';
import { decisionFinding } from './decision/decision.ts';
import { importFinding } from './import/import.ts';
import { listsFinding } from './lists/lists.ts';
import { pageCallsFinding } from './page-calls/page-calls.ts';
import { pagesFinding } from './pages/pages.ts';
import { queueFinding } from './queue/queue.ts';
import type { Finding } from './report.ts';
import { startFinding } from './start/start.ts';
import { supportFinding } from './support/support.ts';
import { throughputFinding } from './throughput/throughput.ts';
import { yearFinding } from './year/year.ts';

let played: Promise<Played> | undefined;

/** Calls and costs are two views of the same referrals: these are played once. */
function thePlay(): Promise<Played> {
  played ??= play();
  return played;
}

/** Each topic by its name, in the order in which they run. */
export const measurements: Record<string, () => Promise<Finding>> = {
  bundles: bundlesFinding,
  pages: pagesFinding,
  'page-calls': pageCallsFinding,
  queue: queueFinding,
  lists: listsFinding,
  support: supportFinding,
  import: importFinding,
  console: consoleFinding,
  calls: async () => callsFinding(await thePlay()),
  cost: async () => referralCostFinding(await thePlay()),
  month: async () => monthFinding((await synthesisedStack()).template, await thePlay()),
  throughput: throughputFinding,
  decision: decisionFinding,
  assess: assessFinding,
  start: startFinding,
  year: yearFinding,
};

export const TOPICS: readonly string[] = Object.keys(measurements);
