import type { DatabaseSync } from 'node:sqlite';
import type { Execution } from './execution.ts';
import { definitionStatements } from './store-definitions.ts';
import { historyStatements } from './store-history.ts';
import { mapped, type Summary, text, toExecution, toSummary } from './store-row.ts';
import { timerStatements } from './store-timers.ts';

const LISTED = 'arn, status, started_at, stopped_at';

export function createStatements(database: DatabaseSync) {
  return {
    ...executionStatements(database),
    ...historyStatements(database),
    ...timerStatements(database),
    ...definitionStatements(database),
  };
}

function executionStatements(database: DatabaseSync) {
  const select = database.prepare(
    `select ${LISTED}, version, wake_at, deadline_at, doc from sfn_executions where arn = ?`,
  );
  const list = database.prepare(`select ${LISTED} from sfn_executions order by started_at desc, arn`);
  const moving = database.prepare('select arn from sfn_executions where moving = 1 order by id');
  const ofToken = database.prepare('select arn from sfn_tokens join sfn_executions on id = execution where token = ?');
  return {
    read: (arn: string): Execution | undefined => mapped(select.get(arn), toExecution),
    /** Newest first. */
    list: (): Summary[] => list.all().map(toSummary),
    movingArns: (): string[] => moving.all().map((row) => text(row, 'arn')),
    executionOfToken: (token: string): string | undefined => mapped(ofToken.get(token), (row) => text(row, 'arn')),
  };
}
