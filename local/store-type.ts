import type { DatabaseSync } from 'node:sqlite';
import type { Checkpoints } from './dynamodb/checkpoints.ts';

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
  /** How often both stores were opened and closed together; undefined where nothing is kept. */
  checkpoints: Checkpoints | undefined;
  close(): void;
};
