import type { DatabaseSync } from 'node:sqlite';
import type { Execution, HistoryEvent } from './execution.ts';
import { prepare } from './prepared.ts';
import { text } from './store-row.ts';
import { SCHEMA } from './store-schema.ts';
import { inTransaction } from './store-transaction.ts';
import { createWrite } from './store-write.ts';

const TABLES = ['sfn_executions', 'sfn_events', 'sfn_tokens'];
const INDEXES = ['sfn_wake', 'sfn_deadline', 'sfn_running'];

/** Brings the tables of data format 2 into today's shape: all in one transaction, so a kill leaves the old or the new. */
export function migrate(database: DatabaseSync): void {
  const isOld = database.prepare("select 1 from pragma_table_info('sfn_executions') where name = 'machine_arn'").get();
  if (isOld === undefined) return;
  inTransaction(database, () => {
    for (const name of INDEXES) database.exec(`drop index if exists ${name}`);
    for (const name of TABLES) database.exec(`alter table ${name} rename to old_${name}`);
    database.exec(SCHEMA);
    copyExecutions(database);
    database.exec(`insert or ignore into sfn_tokens (token, execution)
      select token, id from old_sfn_tokens join sfn_executions on arn = execution_arn`);
    for (const name of TABLES) database.exec(`drop table old_${name}`);
  });
}

function copyExecutions(database: DatabaseSync): void {
  const write = createWrite(database);
  const events = database.prepare('select doc from old_sfn_events where execution_arn = ? order by id');
  for (const row of database.prepare('select doc from old_sfn_executions order by started_at, arn').iterate()) {
    const execution: Execution = JSON.parse(text(row, 'doc'));
    const history = events.all(execution.arn).map((event): HistoryEvent => JSON.parse(text(event, 'doc')));
    write(prepare({ execution: { ...execution, version: 0 }, events: history }));
  }
}
