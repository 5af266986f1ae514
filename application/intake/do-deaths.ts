import { type RecordDeath, recordDeath } from './record-death.ts';
import { toldOfDeath } from './told-of-death.ts';
import { undoDeath } from './undo-death.ts';

/** What staff do where a child has died. */
interface DoDeaths {
  readonly recordDeath: RecordDeath;
  readonly toldOfDeath: ReturnType<typeof toldOfDeath>;
  readonly undoDeath: ReturnType<typeof undoDeath>;
}

/** Every use case about a death over one set of dependencies. */
export function doDeaths(
  deps: Parameters<typeof recordDeath>[0] & Parameters<typeof toldOfDeath>[0] & Parameters<typeof undoDeath>[0],
): DoDeaths {
  return { recordDeath: recordDeath(deps), toldOfDeath: toldOfDeath(deps), undoDeath: undoDeath(deps) };
}
