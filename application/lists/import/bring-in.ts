import { allIn } from '#domain/lists/import/change-file.ts';
import { checkPresent, type PresentRow } from '#domain/lists/import/check-present.ts';
import { type Import, ROWS_A_PART, type RowOutcome } from '#domain/lists/import/file.ts';
import { type PresentChild, presentChild } from '#domain/lists/import/present-child.ts';
import { childSum, countedCells, presentSums } from '#domain/lists/import/present-sums.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { ImportStore } from '#domain/ports/import-store.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { canonicalJson, keyedHash } from '#domain/values/hash.ts';
import { inLanes } from '../../sweep/in-lanes.ts';
import { bringInRow, type RowDeps } from './bring-in-row.ts';
import { changeImport } from './change-import.ts';
import { type ChildOnListDeps, childOnList } from './child-on-list.ts';

export interface BringInDeps extends RowDeps, Pick<ChildOnListDeps, 'supports'> {
  readonly imports: ImportStore;
}

/** Rows that are brought in at once. */
const LANES = 10;
/** After this long no row is begun, only the first part is ended: the page answers well before its function ends, and the next press goes on. */
const LONGEST_MS = 10_000;

/** The name of a file: the same rows always have the same one, and no one can tell the rows by it. */
export function importId({ claimKey }: Pick<RowDeps, 'claimKey'>) {
  return async (rows: readonly PresentRow[]): Promise<string> => {
    const counted = rows.map(({ row, cells }) => ({ row, cells: countedCells(cells) }));
    return keyedHash(await claimKey(), `import-file|${canonicalJson(counted)}`).slice(0, 16);
  };
}

/**
 * Brings the sound rows of a file onto the lists, each child once, and writes down what became of every row. No one is told. Where time
 * runs out or the function dies, the same call with the same file goes on from there. Answers the file as it then stands.
 */
export function bringIn(deps: BringInDeps) {
  return async (rows: readonly PresentRow[], by: Actor): Promise<Import> => {
    const began = Date.parse(deps.now());
    const bad = new Set(checkPresent(rows, londonDateOf(deps.now())).map(({ row }) => row));
    const file = await begin(deps, rows, bad, by);
    const known = new Set((await deps.imports.partsOf(file.id)).map(({ n }) => n));
    const missing = Array.from({ length: file.parts }, (_, n) => n).filter((n) => !known.has(n));
    const outcome = outcomeOf(deps, file.id, bad, by);
    for (const n of missing) {
      // Each press ends one part at least. A row of a part that is left goes on from its own case.
      const goesOn = () => n === missing[0] || Date.parse(deps.now()) - began <= LONGEST_MS;
      const part = rows.slice(n * ROWS_A_PART, (n + 1) * ROWS_A_PART);
      const inTime = async (row: PresentRow) => (goesOn() ? outcome(row) : undefined);
      const done = await inLanes(part, LANES, new AbortController().signal, inTime);
      const outcomes = done.flatMap(({ result }) => result ?? []);
      if (outcomes.length < part.length) return file;
      await deps.imports.keepPart({ id: file.id, n, rows: outcomes });
    }
    return (await changeImport(deps.imports, file.id, (current) => allIn(current, deps.now()))).file;
  };
}

/** What is kept of a file, from the first press on. */
async function begin(
  deps: BringInDeps,
  rows: readonly PresentRow[],
  bad: ReadonlySet<number>,
  by: Actor,
): Promise<Import> {
  const id = await importId(deps)(rows);
  const before = await deps.imports.readImport(id);
  if (before) return before;
  const file: Import = {
    ...{ id, version: 1, at: deps.now(), by, rows: rows.length, parts: Math.ceil(rows.length / ROWS_A_PART) },
    inFile: presentSums(soundChildren(rows, bad).map(childSum)),
  };
  await deps.imports.saveImport(file);
  return (await deps.imports.readImport(id)) ?? file;
}

/** The children of the rows in which nothing has to change. */
export function soundChildren(rows: readonly PresentRow[], bad: ReadonlySet<number>): PresentChild[] {
  return rows.flatMap(({ row, cells }) => (bad.has(row) ? [] : (presentChild(cells) ?? [])));
}

/** Brings in one row and reads its child back from the list, so that the report compares what is there and not what was meant. */
function outcomeOf(deps: BringInDeps, file: string, bad: ReadonlySet<number>, by: Actor) {
  const [make, read] = [bringInRow(deps), childOnList(deps)];
  return async ({ row, cells }: PresentRow): Promise<RowOutcome> => {
    const child = bad.has(row) ? undefined : presentChild(cells);
    if (!child) return { row, result: 'BAD' };
    const outcome = { row, ...(await make(child, file, by)) };
    if (outcome.result !== 'BROUGHT_IN') return outcome;
    const found = await read(outcome.reference);
    return 'child' in found ? { ...outcome, here: childSum(found.child) } : outcome;
  };
}
