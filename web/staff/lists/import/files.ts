import { MOST_IN_A_FILE } from '#application/lists/import/export-lists.ts';
import { LISTS } from '#application/lists/read-lists.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { Import } from '#domain/lists/import/file.ts';
import { type PresentChild, presentCells } from '#domain/lists/import/present-child.ts';
import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import { hasRole } from '#domain/people/person.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { instantInWords } from '../../../access/instants.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { EXPORT_AT, importAt, LISTS_AT, listAt, listIn } from '../address.ts';
import { csvFile } from '../csv.ts';
import { presentExample } from './example.ts';
import { listInWords } from './tables.ts';
import { importWords as words } from './words.ts';

/** GET: the header of a present list and two rows, as a file. */
export async function getImportExample(): Promise<HttpResponse> {
  return csvFile('present-list-example', presentExample);
}

/**
 * GET: every child on a list in the columns of a present list, so that another instance can bring them in. Each is a reading.
 * With a list in the address, those of that list.
 */
export function getPresentExport(deps: StaffDeps) {
  return async ({ actor }: AreaAccess, parameters: Parameters): Promise<HttpResponse> => {
    const one = listIn(parameters);
    if (!one && 'pathway' in parameters) return notFound(deps);
    const { children } = await deps.exportLists(actor, one && [one]);
    const of = one ? `-${parameters.pathway}-${parameters.locality}` : '';
    return csvFile(`present-list${of}-${londonDateOf(deps.now())}`, presentRows(children));
  };
}

/** GET: the children of one file whose support ended before the service began, in the same columns. Each is a reading. */
export function getEndedExport(deps: StaffDeps) {
  return async ({ actor }: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> => {
    const ended = await deps.exportEnded(id, actor);
    if (!ended) return notFound(deps);
    return csvFile(`ended-before-${id}-${londonDateOf(deps.now())}`, presentRows(ended.children));
  };
}

function presentRows(children: readonly PresentChild[]): readonly (readonly string[])[] {
  const rows = children.map(presentCells).map((cells) => PRESENT_COLUMNS.map((column) => cells[column]));
  return [PRESENT_COLUMNS, ...rows];
}

/** Where all lists are written out: in one file, or in one for each list where that would be too long. None for who may not. */
export async function exportLinks({ indexes }: StaffDeps, { person }: AreaAccess, base: string) {
  if (!hasRole(person, 'SERVICE_MANAGER')) return [];
  const counted = await Promise.all(
    LISTS.map(async (list) => ({ list, waiting: await indexes.listCount(list.pathway, list.locality) })),
  );
  if (counted.reduce((sum, { waiting }) => sum + waiting, 0) <= MOST_IN_A_FILE)
    return [{ text: words.exportLink, href: `${base}${EXPORT_AT}` }];
  return counted.flatMap(({ list, waiting }) =>
    waiting === 0
      ? []
      : { text: words.exportList(listInWords(list), waiting), href: base + listAt(list).replace(LISTS_AT, EXPORT_AT) },
  );
}

/** Where the children of each file are written out whose support ended before the service began. None for who may not. */
export function endedLinks(files: readonly Import[], { person }: AreaAccess, base: string) {
  if (!hasRole(person, 'SERVICE_MANAGER')) return [];
  return files.flatMap(({ id, at, inFile }) => {
    const ended = inFile.filter(({ pathway }) => hadBefore(pathway)).reduce((sum, { children }) => sum + children, 0);
    if (ended === 0) return [];
    return [{ text: words.exportEnded(instantInWords(at), ended), href: `${base}${importAt(id)}/ended` }];
  });
}

/** GET: what became of each row of a file, with the reference that its child has here. */
export function getImportRows(deps: StaffDeps) {
  return async (_access: AreaAccess, { id = '' }: Parameters): Promise<HttpResponse> => {
    const report = await deps.readReport(id);
    if (!report) return notFound(deps);
    const rows = report.rows.map(({ row, result, reference = '' }) => [`${row}`, result, reference]);
    return csvFile(`present-list-rows-${id}`, [['row', 'result', 'reference'], ...rows]);
  };
}
