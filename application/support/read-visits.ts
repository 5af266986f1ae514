import type { Indexes } from '#domain/ports/stores.ts';
import type { ListRow } from '#domain/process/rows.ts';
import { HOME_VISITING, VISITS } from '#domain/support/block.ts';
import { LISTS } from '../lists/read-lists.ts';

/** More children than one person visits, and more than wait for home visits in one area. */
const [MOST, MOST_ON_A_LIST] = [100, 500];

/** The children of one practitioner, in the order of their next visit; those without one first. */
export type ReadVisits = (practitioner: string) => Promise<readonly ListRow[]>;

/**
 * The children whom someone visits, by one query of the index. Until the first session a child also stands on the waiting list, so
 * those lists are read beside it. The index is a hint: what a visit page does is decided by the item itself.
 */
export function readVisits({ indexes }: { readonly indexes: Pick<Indexes, 'list'> }): ReadVisits {
  return async (practitioner) => {
    const waiting = LISTS.filter(({ pathway }) => pathway === HOME_VISITING);
    const [visited, ...lists] = await Promise.all([
      indexes.list(VISITS, practitioner, MOST),
      ...waiting.map(({ pathway, locality }) => indexes.list(pathway, locality, MOST_ON_A_LIST)),
    ]);
    const begun = lists.flat().filter(({ more }) => more?.visitBy === practitioner);
    const byNext = (one: ListRow, other: ListRow) => (one.more?.visitAt ?? '').localeCompare(other.more?.visitAt ?? '');
    return [...(visited ?? []), ...begun].toSorted(byNext);
  };
}
