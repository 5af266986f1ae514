import type { DatabaseSync } from 'node:sqlite';

/** Everything that this run keeps: one SQLite file and two folders, under one lock. */
export type Store = {
  database: DatabaseSync;
  /** undefined: kept in memory. */
  dynamodbFolder: string | undefined;
  s3Folder: string;
  /** undefined: dropped. */
  logFile: string | undefined;
  /** To be called once the records are open too: from then on, one of the two without the other is a loss. */
  bothAreOpen(): void;
  close(): void;
};
