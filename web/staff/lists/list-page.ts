import { readListPage, readWholeList } from '#application/lists/read-list.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { promptWords } from '#domain/lists/prompt-words.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import { hasRole } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { instantInWords } from '../../access/instants.ts';
import { notFound } from '../../access/staff-not-found.ts';
import { pathwayInWords } from '../../components/record/words.ts';
import { headOf } from '../../components/table/table.ts';
import { parseBaseUrl } from '../../http/base-url.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { isOfFilter, LIST_FILTERS, LISTS_AT, listAt, listIn, listQuery, listWishOf } from './address.ts';
import { cellsOf } from './row-view.ts';
import { listsWords as words } from './words.ts';

export const listColumns = [words.reference, words.place, words.target, words.days, words.look].map((label) => ({
  label,
}));

/** GET: one page of a list, in its order, each place in a sentence. It costs the same wherever in the list it is. */
export function getList(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const name = listIn(parameters);
    if (!name) return notFound(deps);
    const { filter, from } = listWishOf(query);
    const today = londonDateOf(deps.now());
    const page = await readListPage(deps.indexes, name, from, filter && ((row) => isOfFilter(filter, row, today)));
    const base = parseBaseUrl(deps.baseUrl).path;
    const at = base + listAt(name);
    const first = { href: at + listQuery({ filter, from: { tally: NO_ONE } }), text: words.first };
    const next = page.next && { href: at + listQuery({ filter, from: page.next }), text: words.next };
    return areaPage(deps, access, {
      ...{ here: LISTS_AT, template: 'staff/lists/list.njk', title: titleOf(name) },
      data: {
        ...{ words, at, listsAt: base + LISTS_AT, isWide: true, isFiltered: filter !== undefined, isPrint: false },
        ...{ head: headOf(listColumns, { order: '', isDescending: false }, () => at), filters: filtersOf(filter) },
        rows: page.rows.map((row) => cellsOf(row, today, base)),
        pages: { label: words.pages, back: from.after ? first : undefined, next },
        mayExport: hasRole(access.person, 'SERVICE_MANAGER'),
      },
    });
  };
}

/** GET: a whole list on paper. */
export function getPrintedList(deps: StaffDeps) {
  return async (access: AreaAccess, parameters: Parameters): Promise<HttpResponse> => {
    const name = listIn(parameters);
    if (!name) return notFound(deps);
    const today = londonDateOf(deps.now());
    const base = parseBaseUrl(deps.baseUrl).path;
    const rows = await readWholeList(deps.indexes, name, NO_ONE);
    return areaPage(deps, access, {
      ...{ template: 'staff/lists/list.njk', title: titleOf(name) },
      data: {
        ...{ words, at: base + listAt(name), isWide: true, isPrint: true },
        head: headOf(listColumns, { order: '', isDescending: false }, () => ''),
        rows: rows.map((row) => cellsOf(row, today, base)),
        printed: words.printed(instantInWords(deps.now())),
      },
    });
  };
}

function titleOf({ pathway, locality }: ListName): string {
  return words.listTitle(pathwayInWords(pathway), locality);
}

function filterInWords(filter: (typeof LIST_FILTERS)[number]): string {
  const kinds: ReadonlyMap<string, string> = new Map(Object.entries(words.only));
  return kinds.get(filter) ?? promptWords.get(filter) ?? filter;
}

function filtersOf(selected: string | undefined) {
  const all = { value: '', text: words.all, selected: selected === undefined };
  return [all, ...LIST_FILTERS.map((value) => ({ value, text: filterInWords(value), selected: value === selected }))];
}
