import { holdsPlace } from '#domain/case/change-entry.ts';
import { toSupportDueAt } from '#domain/case/to-support.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import type { Everyone, Gathered } from '#domain/ports/everyone.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { ListRow } from '#domain/process/rows.ts';

interface ReadDeps {
  readonly everyone: Pick<Everyone, 'listRows' | 'ofRows'>;
}

/** A row a child: while a place passes from the case to the support, both stand in the index, and that of the support counts. */
export async function rowsOf({ everyone }: ReadDeps): Promise<ListRow[]> {
  const rows = new Map<string, ListRow>();
  for await (const { row } of everyone.listRows()) {
    if (row.holder === 'SUPPORT' || !rows.has(row.reference)) rows.set(row.reference, row);
  }
  return [...rows.values()];
}

/** A child with what was read of them; without it where the store was out of reach. */
export interface Waits {
  readonly row: ListRow;
  readonly read?: Gathered | undefined;
}

/** Children who are read at once: three or four items each, of the hundred that one call reads. */
const TOGETHER = 25;

/** These rows, as many at once as one call reads. */
export function inBatches(rows: readonly ListRow[]): ListRow[][] {
  return Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, n) =>
    rows.slice(n * TOGETHER, (n + 1) * TOGETHER),
  );
}

/** Reads these children together. */
export async function readTogether({ everyone }: ReadDeps, rows: readonly ListRow[]): Promise<Waits[]> {
  try {
    const read = await everyone.ofRows(rows);
    return rows.map((row, index) => ({ row, read: read[index] }));
  } catch (error) {
    if (error instanceof Transient) return rows.map((row) => ({ row }));
    throw error;
  }
}

/** The place as it was read, where whoever holds it is known for certain; otherwise undefined. */
export async function entryIn({ cases, supports, reference }: Gathered): Promise<ListEntry | undefined> {
  const theCase = await cases.readCase(reference);
  if (!theCase || toSupportDueAt(theCase) !== undefined) return undefined;
  if (theCase.toSupport) return (await supports.readSupport(reference))?.list ?? undefined;
  return holdsPlace(theCase) ? theCase.list : undefined;
}
