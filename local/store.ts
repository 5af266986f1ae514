import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Lock, takeLock } from './lock.ts';
import { reasonOf, StartError } from './start-error.ts';
import { claimFormat } from './store-format.ts';

/** Everything that this run keeps: one SQLite file and two folders, under one lock. */
export type Store = {
  database: DatabaseSync;
  /** undefined: kept in memory. */
  dynamodbFolder: string | undefined;
  s3Folder: string;
  /** undefined: dropped. */
  logFile: string | undefined;
  close(): void;
};

const LOCK_PATIENCE_MS = 2_000;
/** Read in about 10 ms. */
const CHECKED_BYTES = 8_000_000;
/** What a database has once it is written; an emptied file has 0. */
const WRITTEN = 1;

export async function openStore(data: string | undefined): Promise<Store> {
  if (data === undefined) return throwAwayStore();
  const folder = resolve(data);
  makeWritable(folder, data);
  const lock = await takeLock(folder, 'lock', LOCK_PATIENCE_MS);
  if (lock === undefined) {
    throw new StartError(
      `The data folder ${data} is in use by another instance. Stop that one, or pass another --data folder.`,
    );
  }
  return lockedStore(folder, data, lock);
}

function throwAwayStore(): Store {
  const s3Folder = mkdtempSync(join(tmpdir(), 'small-steps-'));
  const database = new DatabaseSync(':memory:');
  return {
    database,
    dynamodbFolder: undefined,
    s3Folder,
    logFile: undefined,
    close: () => {
      database.close();
      rmSync(s3Folder, { recursive: true, force: true });
    },
  };
}

function makeWritable(folder: string, given: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${given} cannot be written (${reasonOf(error)}). Pass another --data folder.`,
      { cause: error },
    );
  }
}

function lockedStore(folder: string, given: string, lock: Lock): Store {
  const dynamodbFolder = join(folder, 'dynamodb');
  const s3Folder = join(folder, 's3');
  try {
    claimFormat(folder, given);
    const fresh = !existsSync(dynamodbFolder) || readdirSync(dynamodbFolder).length === 0;
    const database = openDatabase(join(folder, 'small-steps.sqlite'), fresh);
    mkdirSync(s3Folder, { recursive: true });
    const close = () => {
      database.close();
      lock.release();
    };
    return { database, dynamodbFolder, s3Folder, logFile: join(folder, 'lambda.log'), close };
  } catch (error) {
    lock.release();
    throw error instanceof StartError ? error : corrupt(given, error);
  }
}

/** `fresh`: nothing is stored yet, so an empty file is new and has not lost its content. */
function openDatabase(file: string, fresh: boolean): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  checkPages(database, file);
  const written = database.prepare('PRAGMA user_version').get()?.user_version;
  if (written === 0 && !fresh) throw new Error(`${file} has lost its content`);
  database.exec(`PRAGMA user_version = ${WRITTEN}`);
  return database;
}

/**
 * Throws where a page of the file is damaged. Only a small file is read whole. In a larger one SQLite refuses a damaged
 * page when it is first needed, so opening takes the same time at any size.
 */
function checkPages(database: DatabaseSync, file: string): void {
  const check = statSync(file).size > CHECKED_BYTES ? 'quick_check(sqlite_schema)' : 'quick_check';
  const found = database.prepare(`PRAGMA ${check}`).get()?.quick_check;
  if (found !== 'ok') throw new Error(`${file}: ${String(found).split('\n')[0]}`);
}

/** The one line for a store that cannot be read. */
export function corrupt(given: string, error: unknown): StartError {
  return new StartError(
    `The store in ${given} is damaged and cannot be read (${reasonOf(error)}). Put back a copy of the folder, or pass another --data folder.`,
    { cause: error },
  );
}
