import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Checkpoints } from './dynamodb/checkpoints.ts';
import { type Lock, takeLock } from './lock.ts';
import { closedToOthers } from './private-files.ts';
import { reasonOf, StartError } from './start-error.ts';
import { claimFormat } from './store-format.ts';
import type { Store } from './store-type.ts';
import { throwAwayStore } from './throw-away-store.ts';

const LOCK_PATIENCE_MS = 2_000;
/** Read in about 10 ms. */
const CHECKED_BYTES = 8_000_000;
/** The marks of a database: an emptied file has 0. From `BOTH` on, the records beside it were written too. */
const WRITTEN = 1;
const BOTH = 2;

/** Opens what a run keeps, readable by its owner alone. Throws `StartError` when a part of it is damaged or was lost. */
export async function openStore(data: string | undefined): Promise<Store> {
  closedToOthers();
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

function makeWritable(folder: string, given: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // A folder of an earlier version was open to everyone on the machine.
    if (existsSync(join(folder, 'format'))) chmodSync(folder, 0o700);
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
    const bothAreOpen = () => database.exec(`PRAGMA user_version = ${BOTH}`);
    const kept = { database, dynamodbFolder, s3Folder, logFile: join(folder, 'lambda.log') };
    return { ...kept, bothAreOpen, checkpoints: checkpointsIn(database), close };
  } catch (error) {
    lock.release();
    throw error instanceof StartError ? error : corrupt(given, error);
  }
}

/** Kept in the header of the file, which has a place for a number of its own. */
function checkpointsIn(database: DatabaseSync): Checkpoints {
  return {
    get known() {
      return Number(database.prepare('PRAGMA application_id').get()?.application_id ?? 0);
    },
    reached: (count) => database.exec(`PRAGMA application_id = ${count}`),
  };
}

/** `fresh`: nothing is stored yet, so an empty file is new and has not lost its content. */
function openDatabase(file: string, fresh: boolean): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  checkPages(database, file);
  const written = database.prepare('PRAGMA user_version').get()?.user_version;
  if (written === 0 && !fresh) throw new Error(`${file} has lost its content`);
  if (written === BOTH && fresh) throw new Error('dynamodb/ is empty or missing beside small-steps.sqlite');
  if (written === 0) database.exec(`PRAGMA user_version = ${WRITTEN}`);
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
