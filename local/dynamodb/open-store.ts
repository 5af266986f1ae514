import type { Store } from 'dynalite/db/index.js';
import dynaliteDb from 'dynalite/db/index.js';
import { StartError } from '../start-error.ts';
import { writeAtomically } from './atomic-writes.ts';
import { checkLogs } from './check-log.ts';
import { type Checkpoints, takeCheckpoint } from './checkpoints.ts';
import { type Commit, type Committed, createCommit, eachByItself, type Syncs } from './commit.ts';
import { readDirectly } from './direct-reads.ts';
import { openRecords, type Records } from './records.ts';

export type OpenStore = { store: Store; commit: Commit; followers: Set<Committed>; syncs: Syncs };

const INSTANT = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };

/** Opens the folder (in memory without one), reads all of it once, and fails with one sentence that names the folder. */
export async function openStore(folder: string | undefined, checkpoints?: Checkpoints): Promise<OpenStore> {
  if (folder !== undefined) {
    await checkLogs(folder).catch((reason) => {
      throw new StartError(explain(folder, reason), { cause: reason });
    });
  }
  const store = dynaliteDb.create(folder === undefined ? INSTANT : { ...INSTANT, path: folder });
  const followers = new Set<Committed>();
  const syncs = eachByItself();
  const commit = createCommit(store.db, followers, syncs);
  let records: Records;
  try {
    await store.db.open();
    records = await openRecords(store.db, followers);
    if (checkpoints) await takeCheckpoint(store.db, commit, checkpoints);
  } catch (reason) {
    await store.db.close().catch(() => {});
    throw new StartError(explain(folder, reason), { cause: reason });
  }
  return { store: writeAtomically(readDirectly(store, records), commit), commit, followers, syncs };
}

function explain(folder: string | undefined, reason: unknown): string {
  const { code, message } = deepest(reason);
  if (code === 'LEVEL_LOCKED') {
    return `Another instance is using ${folder}. Stop it, or start this one with another data folder.`;
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || /Permission denied/.test(message)) {
    return `The data folder ${folder} cannot be written to. Give this user access to it, or name another data folder.`;
  }
  return `The database in ${folder} is damaged and was left as it is (${message}). Restore the folder from a copy, or start with an empty one.`;
}

function deepest(reason: unknown): { code: string; message: string } {
  if (!(reason instanceof Error)) return { code: '', message: String(reason) };
  if (reason.cause instanceof Error) return deepest(reason.cause);
  return { code: 'code' in reason ? String(reason.code) : '', message: reason.message };
}
