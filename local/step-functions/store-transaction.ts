import type { DatabaseSync } from 'node:sqlite';

/** Everything that `work` writes, or nothing where it throws. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
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
