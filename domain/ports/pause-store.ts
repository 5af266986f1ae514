import type { DueKind } from '../process/indexes.ts';
import type { Pause } from '../process/pause.ts';
import type { DueName } from '../process/rows.ts';

/** What puts off something that is due and failed: items of their own, written by the one sweep that holds the lease. */
export interface PauseStore {
  /** Replaces the pause before, if there was one. */
  pause(kind: DueKind, due: DueName, pause: Pause): Promise<void>;
  /** It is put off no longer. */
  end(kind: DueKind, due: DueName, at: string): Promise<void>;
}
