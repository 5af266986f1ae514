import type { DatabaseSync } from 'node:sqlite';

/**
 * From `hold` to `release` nothing is forced to the disk: a kill of the process loses none of it, a loss of power may. `release`
 * forces all of it there.
 */
export type HeldSyncs = { hold(): void; release(): Promise<void> };

/** Holds the syncs of all these together. */
export function holdAll(...all: HeldSyncs[]): HeldSyncs {
  return {
    hold: () => {
      for (const one of all) one.hold();
    },
    release: async () => {
      for (const one of all) await one.release();
    },
  };
}

/** The syncs of a database. No transaction may be open when they are held or released. */
export function syncsOf(database: DatabaseSync): HeldSyncs {
  return {
    hold: () => database.exec('PRAGMA synchronous = NORMAL'),
    release: async () => database.exec('PRAGMA synchronous = FULL; PRAGMA wal_checkpoint'),
  };
}
