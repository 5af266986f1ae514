import { longestChain } from '../chain.ts';
import { atMost, type Finding, type Table } from '../report.ts';
import { CHAIN_LATENCY_MS, type MeteredCall, type Played } from './play.ts';
import type { Call } from './wire.ts';

const SEQUENTIAL_CALLS = 3;

/** How often AWS is called, by which function and for what, and how many calls wait for one another. */
export function callsFinding({ calls, idle, submissions }: Played): Finding {
  const chain = Math.max(...submissions.map((submission) => longestChain(submission)));
  const submission = submissions.at(-1) ?? [];
  return {
    topic: 'AWS calls',
    tables: [
      {
        title: 'One submission (POST /v1/referrals, two evidence files)',
        columns: ['service', 'action', 'calls'],
        rows: byAction(submission),
        notes: [
          `longest chain of calls one after another: ${chain}, over ${submissions.length} submissions`,
          `each answer was held back ${CHAIN_LATENCY_MS} ms, so that calls made at the same time overlap`,
        ],
      },
      steps(calls),
      { title: 'One whole referral by action', columns: ['service', 'action', 'calls'], rows: byAction(calls) },
      {
        title: 'A minute in which nothing is due (one run of the sweeper)',
        columns: ['service', 'action', 'calls'],
        rows: byAction(idle.calls),
      },
    ],
    budgets: [atMost('submit, calls one after another', SEQUENTIAL_CALLS, chain, 'calls')],
    data: {
      submit: { total: submission.length, longestChain: chain, byAction: asObject(submission) },
      referral: { total: calls.length, byAction: asObject(calls) },
      idleMinute: { total: idle.calls.length, byAction: asObject(idle.calls) },
    },
  };
}

function steps(calls: readonly MeteredCall[]): Table {
  const parts = Object.entries(Object.groupBy(calls, ({ step, by }) => `${step}|${by}`));
  const rows = parts.map(([name, part = []]) => [...name.split('|'), part.length, longestChain(part)]);
  return {
    title: 'One whole referral: evidence, submit, workflow, link, code, page, decision, settling, list, letters',
    columns: ['step', 'function', 'calls', 'longest chain'],
    rows: [...rows, ['all', '', calls.length, longestChain(calls)]],
    notes: ['runs of the sweeper that find nothing are counted apart'],
  };
}

function byAction(calls: readonly Call[]) {
  return Object.entries(asObject(calls)).map(([name, count]) => [...name.split(': '), count]);
}

function asObject(calls: readonly Call[]): Record<string, number> {
  const groups = Object.groupBy(calls, ({ service, action }) => `${service}: ${action}`);
  return Object.fromEntries(Object.entries(groups).map(([name, group = []]) => [name, group.length]));
}
