import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Execution, HistoryEvent } from './execution.ts';

type Row = Record<string, SQLOutputValue>;

const UPSERT_COLUMNS = 'status, wake_at, deadline_at, version, doc';

export function createStatements(database: DatabaseSync) {
  return { ...executionStatements(database), ...timerStatements(database), ...otherStatements(database) };
}

function executionStatements(database: DatabaseSync) {
  const select = database.prepare('select version, doc from sfn_executions where arn = ?');
  const insert = database.prepare(
    `insert into sfn_executions (arn, machine_arn, name, started_at, ${UPSERT_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  );
  const update = database.prepare(
    `update sfn_executions set (${UPSERT_COLUMNS}) = (?, ?, ?, version + 1, ?) where arn = ? and version = ?`,
  );
  const list = database.prepare('select version, doc from sfn_executions order by started_at desc, arn');
  const running = database.prepare("select arn from sfn_executions where status = 'RUNNING' order by started_at, arn");
  const changing = (one: Execution) => [one.status, one.wakeAt, one.deadlineAt, JSON.stringify(one)] as const;
  return {
    read: (arn: string): Execution | undefined => first(select, arn, toExecution),
    list: (): Execution[] => list.all().map(toExecution),
    runningArns: (): string[] => running.all().map((row) => text(row, 'arn')),
    insertExecution: (one: Execution): void => {
      insert.run(one.arn, one.machineArn, one.name, one.startedAt, ...changing(one));
    },
    updateExecution: (one: Execution): boolean => update.run(...changing(one), one.arn, one.version).changes === 1,
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

function otherStatements(database: DatabaseSync) {
  const insertEvent = database.prepare('insert into sfn_events (execution_arn, id, doc) values (?, ?, ?)');
  const events = database.prepare('select doc from sfn_events where execution_arn = ? order by id');
  const insertToken = database.prepare('insert or ignore into sfn_tokens (token, execution_arn) values (?, ?)');
  const ofToken = database.prepare('select execution_arn from sfn_tokens where token = ?');
  const keep = database.prepare(
    'insert or ignore into sfn_definitions (machine_arn, hash, name, definition) values (?, ?, ?, ?)',
  );
  const definition = database.prepare(
    'select name, definition from sfn_definitions where machine_arn = ? and hash = ?',
  );
  return {
    insertEvent: (arn: string, event: HistoryEvent): void => {
      insertEvent.run(arn, event.id, JSON.stringify(event));
    },
    events: (arn: string): HistoryEvent[] => events.all(arn).map((row) => JSON.parse(text(row, 'doc'))),
    insertToken: (token: string, arn: string): void => {
      insertToken.run(token, arn);
    },
    executionOfToken: (token: string): string | undefined => first(ofToken, token, (row) => text(row, 'execution_arn')),
    keepDefinition: (machineArn: string, hash: string, name: string, source: string): void => {
      keep.run(machineArn, hash, name, source);
    },
    definition: (machineArn: string, hash: string) => {
      const row = definition.get(machineArn, hash);
      return row && { name: text(row, 'name'), definition: text(row, 'definition') };
    },
  };
}

function first<T>(statement: StatementSync, key: string, read: (row: Row) => T): T | undefined {
  const row = statement.get(key);
  return row && read(row);
}

function toExecution(row: Row): Execution {
  const stored: Execution = JSON.parse(text(row, 'doc'));
  return { ...stored, version: Number(row.version) };
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new Error(`The Step Functions store is damaged: ${column} is not text.`);
}
