import type { Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { engineThroughput } from './engine.ts';
import { pipelineThroughput } from './pipeline.ts';

const RUNS = [
  { inFlight: 1, executions: 200 },
  { inFlight: 32, executions: 2000 },
  { inFlight: 128, executions: 4000 },
];
const REFERRALS = 16;

/** What the embedded run carries: the workflow engine alone, and the whole way from a submission to the triage team. */
export async function throughputFinding(): Promise<Finding> {
  const engine = await withTemporaryFolder(async (folder) => {
    const runs = [];
    for (const { inFlight, executions } of RUNS) runs.push(await engineThroughput(folder, inFlight, executions));
    return runs;
  });
  const pipeline = await pipelineThroughput(REFERRALS);
  return {
    topic: 'throughput',
    tables: [
      {
        title: 'Embedded Step Functions: start, token, complete, with a function that answers at once',
        columns: ['in flight', 'executions', 'a second', 'median ms'],
        rows: engine.map(({ inFlight, executions, perSecond, medianMs }) => [
          inFlight,
          executions,
          perSecond,
          medianMs,
        ]),
        notes: ['on disk, every step synced'],
      },
      {
        title: 'Embedded run: from submission to mails to the triage team',
        columns: ['at once', 'seconds for all', 'a second'],
        rows: [[pipeline.inFlight, pipeline.seconds, pipeline.perSecond]],
        notes: ['each function takes one call at a time here; Lambda takes many'],
      },
    ],
    budgets: [],
    data: { engine, pipeline },
  };
}
