import type { DatabaseSync } from 'node:sqlite';
import type { Draft, Execution, HistoryEvent } from './execution.ts';
import { withinLimit } from './store-limit.ts';
import { SCHEMA } from './store-schema.ts';
import { createStatements } from './store-statements.ts';

export interface Store {
  read(arn: string): Execution | undefined;
  /** Adds an execution that is not there yet. */
  insert(draft: Draft): void;
  /** Writes state, history and token in one transaction; false when somebody else changed the execution meanwhile. */
  commit(draft: Draft): boolean;
  /** The same for several at once; each is written or refused on its own. */
  commitAll(drafts: Draft[]): boolean[];
  executionOfToken(token: string): string | undefined;
  events(arn: string): HistoryEvent[];
  /** Newest first. */
  list(): Execution[];
  runningArns(): string[];
  dueArns(now: number): string[];
  nextDueAt(): number | undefined;
  keepDefinition(machineArn: string, hash: string, name: string, definition: string): void;
  definition(machineArn: string, hash: string): { name: string; definition: string } | undefined;
}

export function openStore(database: DatabaseSync): Store {
  database.exec(SCHEMA);
  const sql = createStatements(database);

  function inTransaction<T>(work: () => T): T {
    database.exec('begin immediate');
    try {
      const done = work();
      database.exec('commit');
      return done;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  }

  function writeRest({ execution, events }: Draft): void {
    for (const event of events) sql.insertEvent(execution.arn, event);
    const token = execution.position.phase === 'INVOKING' ? execution.position.token : null;
    if (token !== null) sql.insertToken(token, execution.arn);
  }

  function write(draft: Draft): boolean {
    withinLimit(draft);
    if (!sql.updateExecution(draft.execution)) return false;
    writeRest(draft);
    return true;
  }

  return {
    ...sql,
    insert: (draft) =>
      inTransaction(() => {
        sql.insertExecution(draft.execution);
        writeRest(draft);
      }),
    commit: (draft) => inTransaction(() => write(draft)),
    commitAll: (drafts) => inTransaction(() => drafts.map(write)),
  };
}
