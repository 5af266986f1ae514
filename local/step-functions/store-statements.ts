import type { DatabaseSync } from 'node:sqlite';
import type { Execution, HistoryEvent } from './execution.ts';
import { mapped, type Summary, text, toExecution, toSummary } from './store-row.ts';

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

function historyStatements(database: DatabaseSync) {
  const last = database.prepare('select last_events as before from sfn_executions where arn = ?');
  const events = database.prepare('select before, doc from sfn_events where id = ?');
  return {
    events: (arn: string): HistoryEvent[] => {
      const written: HistoryEvent[][] = [];
      let row = last.get(arn);
      while (row !== undefined && row.before !== 0) {
        row = events.get(Number(row.before));
        if (row === undefined) throw new Error('The Step Functions store is damaged: a part of a history is missing.');
        written.push(JSON.parse(text(row, 'doc')));
      }
      return written.reverse().flat();
    },
  };
}

function timerStatements(database: DatabaseSync) {
  const due = database.prepare(
    `select arn, min(coalesce(wake_at, deadline_at), coalesce(deadline_at, wake_at)) as due_at from sfn_executions
     where wake_at <= ? or deadline_at <= ? order by due_at, arn`,
  );
  const next = database.prepare(
    `select min(at) as at from (
       select min(wake_at) as at from sfn_executions where wake_at is not null
       union all select min(deadline_at) from sfn_executions where deadline_at is not null)`,
  );
  return {
    dueArns: (now: number): string[] => due.all(now, now).map((row) => text(row, 'arn')),
    nextDueAt: (): number | undefined => {
      const at = next.get()?.at;
      return typeof at === 'number' ? at : undefined;
    },
  };
}

function definitionStatements(database: DatabaseSync) {
  const keep = database.prepare(
    'insert or ignore into sfn_definitions (machine_arn, hash, name, definition) values (?, ?, ?, ?)',
  );
  const definition = database.prepare(
    'select name, definition from sfn_definitions where machine_arn = ? and hash = ?',
  );
  return {
    keepDefinition: (machineArn: string, hash: string, name: string, source: string): void => {
      keep.run(machineArn, hash, name, source);
    },
    definition: (machineArn: string, hash: string) =>
      mapped(definition.get(machineArn, hash), (row) => ({
        name: text(row, 'name'),
        definition: text(row, 'definition'),
      })),
  };
}
