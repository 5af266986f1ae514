import type { Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { engineThroughput } from './engine.ts';
import { parkedCosts } from './parked.ts';
import { pipelineThroughput } from './pipeline.ts';
import { roadThroughput } from './road.ts';
import { engineTable, parkedTable, pipelineTable, roadTable } from './tables.ts';

const RUNS = [
  { inFlight: 1, executions: 200 },
  { inFlight: 32, executions: 2000 },
  { inFlight: 128, executions: 4000 },
];
const PARKED = [1_000, 10_000, 100_000];
const REFERRALS = 16;

/** What the embedded run carries: the workflow engine alone, and the whole way from a submission to the triage team. */
export async function throughputFinding(): Promise<Finding> {
  const engine = await withTemporaryFolder(async (folder) => {
    const runs = [];
    for (const { inFlight, executions } of RUNS) runs.push(await engineThroughput(folder, inFlight, executions));
    return runs;
  });
  const road = await withTemporaryFolder((folder) => roadThroughput(folder, 32, 2000));
  const parked = await withTemporaryFolder((folder) => parkedCosts(folder, PARKED));
  const pipeline = await pipelineThroughput(REFERRALS);
  const tables = [engineTable(engine), roadTable(road), parkedTable(parked), pipelineTable(pipeline)];
  return { topic: 'throughput', tables, budgets: [], data: { engine, road, parked, pipeline } };
}
