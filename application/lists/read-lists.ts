import { listPathwaySchema } from '#domain/case/codes.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { isRowHeldOn } from '#domain/lists/hold.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { MOST_ON_A_LIST, oneAChild } from './read-list.ts';

/** One list on which someone waits, in numbers. */
export interface ListInNumbers extends ListName {
  readonly waiting: number;
  readonly overTarget: number;
  readonly held: number;
  /** How many no person has confirmed the band of. */
  readonly unconfirmed: number;
  readonly oldestTargetOn: string;
  /** How many there is something to look at of, by the code of what it is. */
  readonly prompts: ReadonlyMap<string, number>;
}

/** Every list there can be, in the order in which they are shown. */
export const LISTS: readonly ListName[] = listPathwaySchema.options.flatMap((pathway) =>
  localitySchema.options.map((locality) => ({ pathway, locality })),
);

/** Every list on which someone waits. Reads each list whole, once. */
export function readLists(indexes: Pick<Indexes, 'list'>): (today: string) => Promise<ListInNumbers[]> {
  return async (today) => {
    const all = await Promise.all(
      LISTS.map(async ({ pathway, locality }) => {
        const rows = oneAChild(await indexes.list(pathway, locality, MOST_ON_A_LIST));
        const targets = rows.flatMap(({ targetOn }) => targetOn ?? []).sort();
        return {
          ...{ pathway, locality, waiting: rows.length, oldestTargetOn: targets[0] ?? '' },
          overTarget: targets.filter((on) => on < today).length,
          held: rows.filter(({ more }) => isRowHeldOn(more, today)).length,
          prompts: promptsIn(rows),
          unconfirmed: rows.filter(({ band }) => band === undefined).length,
        };
      }),
    );
    return all.filter(({ waiting }) => waiting > 0);
  };
}

function promptsIn(rows: readonly ListRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of rows.flatMap(({ prompts = [] }) => prompts)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
