import type { ListName } from '#domain/lists/entry.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { PresentChild } from '#domain/lists/import/present-child.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { AccessStore, Indexes } from '#domain/ports/stores.ts';
import { inLanes } from '../../sweep/in-lanes.ts';
import { readWholeList } from '../read-list.ts';
import { LISTS } from '../read-lists.ts';
import { type ChildOnListDeps, childOnList } from './child-on-list.ts';
import { type ReportDeps, readReport } from './read-report.ts';

export interface ExportDeps extends ChildOnListDeps {
  readonly indexes: Pick<Indexes, 'list'>;
  readonly access: Pick<AccessStore, 'recordReading'>;
}

/** Everyone on a list who may stand in a file, in the order of the lists, and the references of who may not or cannot. */
export interface Exported {
  readonly children: readonly PresentChild[];
  readonly leftOut: readonly string[];
}

const LANES = 20;

/** How many children are written out in one file: each is read on its own, and the file answers well before its function ends. */
export const MOST_IN_A_FILE = 500;

/**
 * Every child on these lists, or on any, as a present list has them. Each is a reading, which is written down first. A child of a family with a safety
 * flag is left out, because a file cannot keep its place or its contact from anyone.
 */
export function exportLists(deps: ExportDeps) {
  const write = writeOut(deps);
  return async (by: Actor, of: readonly ListName[] = LISTS): Promise<Exported> => {
    const lists = await Promise.all(of.map((list) => readWholeList(deps.indexes, list, NO_ONE)));
    return write(
      lists.flat().map(({ row }) => row.reference),
      by,
    );
  };
}

/** The same of every child in one file whose support ended before the service began: no list has them. Undefined for an unknown file. */
export function exportEnded(deps: ExportDeps & ReportDeps) {
  const write = writeOut(deps);
  return async (id: string, by: Actor): Promise<Exported | undefined> => {
    const report = await readReport(deps)(id);
    const references = report?.rows.flatMap(({ reference, here }) =>
      reference !== undefined && here && hadBefore(here.pathway) ? [reference] : [],
    );
    return references && write(references, by);
  };
}

/** Each of these children as a present list has them. Who left a list meanwhile is left out. */
function writeOut(deps: ExportDeps) {
  const read = childOnList(deps);
  return async (references: readonly string[], by: Actor): Promise<Exported> => {
    const found = await inLanes(references, LANES, new AbortController().signal, async (reference) => {
      await deps.access.recordReading({ reference, at: deps.now(), by, what: 'RECORD' });
      return read(reference);
    });
    const children: PresentChild[] = [];
    const leftOut: string[] = [];
    for (const { item, result } of found) {
      const isFit = result && 'child' in result && !result.isFlagged && canBeReached(result.child);
      if (isFit) children.push(result.child);
      else leftOut.push(item);
    }
    return { children, leftOut };
  };
}

/** No file takes a child without a way to reach a parent. */
function canBeReached({ parentEmail, parentPhone }: PresentChild): boolean {
  return parentEmail !== undefined || parentPhone !== undefined;
}
