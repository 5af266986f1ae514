import type { DatabaseSync } from 'node:sqlite';
import type { Execution, HistoryEvent } from './execution.ts';
import { createMemory } from './memory.ts';
import type { Prepared } from './prepared.ts';
import { migrate } from './store-migration.ts';
import type { Summary } from './store-row.ts';
import { SCHEMA } from './store-schema.ts';
import { createStatements } from './store-statements.ts';
import { inTransaction } from './store-transaction.ts';
import { createWrite } from './store-write.ts';

export interface Store {
  /** As it is on the disk; never what is still to be written. */
  read(arn: string): Execution | undefined;
  /**
   * Writes all in one transaction, in their order, and is durable when it returns. Each is written or refused on its own:
   * false says that another write came first. Throws, with nothing written, where the disk fails.
   */
  writeAll(drafts: Prepared[]): boolean[];
  executionOfToken(token: string): string | undefined;
  events(arn: string): HistoryEvent[];
  /** Newest first. */
  list(): Summary[];
  /** Those that wait for nothing outside, in the order of their starts. */
  movingArns(): string[];
  dueArns(now: number): string[];
  nextDueAt(): number | undefined;
  keepDefinition(machineArn: string, hash: string, name: string, definition: string): void;
  definition(machineArn: string, hash: string): { name: string; definition: string } | undefined;
}

export function openStore(database: DatabaseSync): Store {
  migrate(database);
  database.exec(SCHEMA);
  const sql = createStatements(database);
  const write = createWrite(database);
  const memory = createMemory();

  return {
    ...sql,
    read: (arn) => memory.get(arn) ?? sql.read(arn),
    writeAll: (prepared) => {
      const written = inTransaction(database, () => prepared.map(write));
      for (const [index, { draft }] of prepared.entries()) {
        if (written[index] !== true) continue;
        draft.execution.version += 1;
        memory.put(draft.execution);
      }
      return written;
    },
  };
}
