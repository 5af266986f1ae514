import { quarterShown, type SharePeriod, shareOf, yearShown } from '#domain/case/share-against.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { quartersOver } from '#domain/values/quarters.ts';

/** How many years are shown: this one and those before it. */
const YEARS = 3;
/** More decisions than a service ever makes in a quarter. */
const MOST = 10_000;

export interface Shares {
  readonly years: readonly SharePeriod[];
  readonly quarters: readonly SharePeriod[];
}

/**
 * How often the team as a whole went against the checks, by quarter and year, the newest first. Only what is over, so that no
 * decision shows by itself as it is made. Empty before the first quarter with a decision.
 */
export async function readShares(deps: { indexes: Pick<Indexes, 'decisionsIn'>; now: Now }): Promise<Shares> {
  const today = londonDateOf(deps.now());
  const newest = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => newest - index);
  const read = await Promise.all(years.map((year) => sharesOf(deps.indexes, year, today)));
  return {
    years: read.flatMap(({ year, all }) => (isEmpty(all) ? [] : (yearShown(year, today, sharesIn(all)) ?? []))),
    quarters: withoutEmptyEnd(read.flatMap(({ all }) => all.toReversed())).map(({ quarter, share }) =>
      quarterShown(quarter, share),
    ),
  };
}

type Quarters = readonly { readonly quarter: string; readonly share: ReturnType<typeof shareOf> }[];

async function sharesOf(indexes: Pick<Indexes, 'decisionsIn'>, year: number, today: string) {
  const quarters = quartersOver(year, today);
  const all = await Promise.all(
    quarters.map(async (quarter) => ({ quarter, share: shareOf(await indexes.decisionsIn(quarter, MOST)) })),
  );
  return { year, all };
}

function sharesIn(quarters: Quarters) {
  return quarters.map(({ share }) => share);
}

function isEmpty(quarters: Quarters): boolean {
  return quarters.every(({ share }) => share.compared === 0);
}

/** Without the quarters before the first one with a decision. */
function withoutEmptyEnd(newestFirst: Quarters): Quarters {
  return newestFirst.slice(0, newestFirst.findLastIndex(({ share }) => share.compared > 0) + 1);
}
