import type { PackStore, SealFile } from '#domain/ports/packs.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';

export interface WritePackDeps {
  /** The pack of this day, as one page to print. */
  readonly printPack: (today: string) => Promise<string>;
  readonly sealFile: SealFile;
  readonly packs: PackStore;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/**
 * Writes what people need while the service is down, at the end of each working day: the agenda of a meeting before the end of the
 * next working day, and the visits of the next five. A second run of a day replaces the pack. On a day on which no one works it
 * writes none: that of the last working day holds.
 */
export function writePack(deps: WritePackDeps): () => Promise<{ written: number }> {
  return async () => {
    const today = londonDateOf(deps.now());
    const written = isWorkingDay(today, deps.policy) ? 1 : 0;
    if (written > 0) {
      const name = `downtime-pack-${today}`;
      await deps.packs.putPack(`${name}.zip`, await deps.sealFile(`${name}.html`, await deps.printPack(today)));
    }
    // Also for a day on which no one works: an alarm rings where this line is missing.
    deps.log.info('pack-seen-to', { day: today, written });
    return { written };
  };
}
