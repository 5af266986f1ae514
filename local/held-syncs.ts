import type { DatabaseSync } from 'node:sqlite';

/**
 * From `hold` to `release` nothing is forced to the disk: a kill of the process loses none of it, a loss of power may. `release`
 * forces all of it there.
 */
export type HeldSyncs = { hold(): void; release(): Promise<void> };

/** Holds the syncs of the records and of the database beside them. No transaction may be open then. */
export function holdBoth(database: DatabaseSync, records: HeldSyncs): HeldSyncs {
  return {
    hold: () => {
      database.exec('PRAGMA synchronous = NORMAL');
      records.hold();
    },
    release: async () => {
      await records.release();
      database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint');
    },
  };
}
