import type { SQLOutputValue } from 'node:sqlite';
import { partsOf } from './arns.ts';
import type { Execution } from './execution.ts';

export type Row = Record<string, SQLOutputValue>;

/** What a list tells of an execution; read without its document. */
export type Summary = Pick<Execution, 'arn' | 'machineArn' | 'name' | 'status' | 'startedAt' | 'stoppedAt'>;

export function toExecution(row: Row): Execution {
  const doc: Omit<Execution, keyof Summary | 'wakeAt' | 'deadlineAt' | 'version'> = JSON.parse(text(row, 'doc'));
  const [wakeAt, deadlineAt] = [instant(row, 'wake_at'), instant(row, 'deadline_at')];
  return { ...toSummary(row), ...doc, wakeAt, deadlineAt, version: Number(row.version) };
}

export function toSummary(row: Row): Summary {
  const arn = text(row, 'arn');
  const [startedAt, stoppedAt] = [Number(row.started_at), instant(row, 'stopped_at')];
  return { arn, ...partsOf(arn), status: statusOf(row), startedAt, stoppedAt };
}

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'ABORTED', 'TIMED_OUT'] as const;

function statusOf(row: Row): Execution['status'] {
  const status = STATUSES.find((one) => one === row.status);
  if (status !== undefined) return status;
  throw new Error('The Step Functions store is damaged: an execution has no status.');
}

function instant(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** What `as` makes of a row that was found. */
export function mapped<T>(row: Row | undefined, as: (row: Row) => T): T | undefined {
  return row && as(row);
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new Error(`The Step Functions store is damaged: ${column} is not text.`);
}
