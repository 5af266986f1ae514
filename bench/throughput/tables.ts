import type { Table } from '../report.ts';
import type { EngineRun } from './engine.ts';
import type { ParkedRun } from './parked.ts';
import type { PipelineRun } from './pipeline.ts';
import type { RoadRun } from './road.ts';

export function engineTable(runs: EngineRun[]): Table {
  return {
    title: 'Embedded Step Functions: start, token, complete, with a function that answers immediately',
    columns: ['in flight', 'executions', 'a second', 'median ms'],
    rows: runs.map(({ inFlight, executions, perSecond, medianMs }) => [inFlight, executions, perSecond, medianMs]),
    notes: ['on disk, every step synced'],
  };
}

export function roadTable({ inFlight, executions, perSecond, p50Ms, p99Ms }: RoadRun): Table {
  return {
    title: 'Embedded Step Functions: start, two tasks, token, one task',
    columns: ['in flight', 'executions', 'a second', 'p50 ms', 'p99 ms'],
    rows: [[inFlight, executions, perSecond, p50Ms, p99Ms]],
    notes: ['on disk, every step synced', 'ms from SendTaskSuccess to the end of the execution'],
  };
}

export function parkedTable(runs: ParkedRun[]): Table {
  return {
    title: 'Embedded Step Functions: waking one of many parked executions',
    columns: ['parked', 'p50 ms', 'p99 ms', 'bytes each', 'ms to reopen'],
    rows: runs.map(({ parked, p50Ms, p99Ms, bytesEach, reopenMs }) => [
      parked,
      p50Ms,
      p99Ms,
      Math.round(bytesEach),
      reopenMs,
    ]),
    notes: ['woken one after another; ms from SendTaskSuccess to the end of the execution', 'reopened: median of five'],
  };
}

export function pipelineTable({ inFlight, seconds, perSecond }: PipelineRun): Table {
  return {
    title: 'Embedded run: from submission to mails to the triage team',
    columns: ['at once', 'seconds for all', 'a second'],
    rows: [[inFlight, seconds, perSecond]],
    notes: ['each function takes one call at a time here; Lambda takes many'],
  };
}
