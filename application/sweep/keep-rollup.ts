import type { RollupStore } from '#domain/ports/rollup-store.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { type ReadQueues, type Rollup, rollupOf } from '#domain/process/rollup.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { LISTS } from '../lists/read-lists.ts';

interface RollupDeps {
  readonly rollups: RollupStore;
  readonly indexes: Pick<Indexes, 'listCount' | 'dueCount'>;
  readonly now: Now;
  readonly log: Log;
}

/** Keeps the service in numbers for the console. What fails here is logged and tried again in a minute: the sweep goes on. */
export async function keepRollup(deps: RollupDeps, read: ReadQueues): Promise<void> {
  try {
    const before = await deps.rollups.readRollup();
    const hourly = await countedHourly(deps, before?.hourly);
    await deps.rollups.saveRollup(rollupOf(read, deps.now(), { ...before, ...(hourly && { hourly }) }));
  } catch (error) {
    deps.log.error('rollup-not-kept', { error: errorName(error) });
  }
}

/** The lists are long, and no one hurries for their length: they are counted once an hour. */
async function countedHourly({ indexes, now }: RollupDeps, known: Rollup['hourly']): Promise<Rollup['hourly']> {
  const at = now();
  if (known && at < plusMinutes(known.at, 60)) return known;
  const [afterLists, ...lists] = await Promise.all([
    indexes.dueCount('SUPPORT'),
    ...LISTS.map(({ pathway, locality }) => indexes.listCount(pathway, locality)),
  ]);
  return { at, onLists: lists.reduce((sum, count) => sum + count, 0), afterLists };
}
