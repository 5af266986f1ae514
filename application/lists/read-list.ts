import type { ListName } from '#domain/lists/entry.ts';
import { counted, type Tally } from '#domain/lists/tally.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import type { ListPlace, ListRow } from '#domain/process/rows.ts';

/** Where a page of a list begins: after this entry, with how many wait before. */
export interface ListCursor {
  readonly after?: ListPlace | undefined;
  readonly tally: Tally;
}

/** A row of a list with who waits before it. */
export interface PlacedRow {
  readonly row: ListRow;
  readonly tally: Tally;
}

export interface ListPage {
  readonly rows: readonly PlacedRow[];
  /** Where the next page begins; undefined where the list ends here. */
  readonly next: ListCursor | undefined;
}

/** Which rows a reader asked to see. */
export type IsWanted = (row: ListRow) => boolean;

export const ROWS_A_PAGE = 25;
/** A reader who asks for few of a long list sees the next ones on the next page, so that no page reads without end. */
const MOST_READ = 500;

/**
 * One page of a list. Its cost does not depend on how long the list is or how far down the page stands: the cursor carries
 * how many wait before. With `isWanted` a page may be short of rows.
 */
export async function readListPage(
  indexes: Pick<Indexes, 'list'>,
  { pathway, locality }: ListName,
  from: ListCursor,
  isWanted?: IsWanted,
): Promise<ListPage> {
  const read = await indexes.list(pathway, locality, isWanted ? MOST_READ : ROWS_A_PAGE + 1, from.after);
  const rows: PlacedRow[] = [];
  let { tally, after } = from;
  for (const row of oneAChild(read)) {
    if (rows.length === ROWS_A_PAGE) return { rows, next: { after, tally } };
    if (!isWanted || isWanted(row)) rows.push({ row, tally });
    tally = counted(tally, row);
    after = row;
  }
  return { rows, next: read.length === MOST_READ ? { after, tally } : undefined };
}

/** While a place passes from the case to the support, both stand in the index: that of the support counts. */
export function oneAChild(rows: readonly ListRow[]): ListRow[] {
  return rows.filter((row, index) => rows[index + 1]?.reference !== row.reference);
}

/** A list whole, for a file or for paper. */
export async function readWholeList(
  indexes: Pick<Indexes, 'list'>,
  name: ListName,
  start: Tally,
): Promise<PlacedRow[]> {
  const read = oneAChild(await indexes.list(name.pathway, name.locality, MOST_ON_A_LIST));
  let tally = start;
  return read.map((row) => {
    const placed = { row, tally };
    tally = counted(tally, row);
    return placed;
  });
}

/** More children than ever wait on one list. */
export const MOST_ON_A_LIST = 5_000;
