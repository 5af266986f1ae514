import { presentCells } from '#domain/lists/import/present-child.ts';
import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { AreaAccess } from '../../../access/area-guard.ts';
import { notFound } from '../../../access/staff-not-found.ts';
import type { HttpResponse } from '../../../http/message.ts';
import type { Parameters } from '../../../http/router.ts';
import type { StaffDeps } from '../../deps.ts';
import { csvOf } from '../csv.ts';
import { presentExample } from './example.ts';

/** A file for a spreadsheet, which no browser keeps. */
function csvFile(name: string, rows: readonly (readonly string[])[]): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'no-store',
    },
    body: csvOf(rows),
  };
}

/** GET: the header of a present list and two rows, as a file. */
export async function getImportExample(): Promise<HttpResponse> {
  return csvFile('present-list-example', presentExample);
}

/** GET: every child on a list in the columns of a present list, so that another instance can bring them in. Each is a reading. */
export function getPresentExport(deps: StaffDeps) {
  return async ({ actor }: AreaAccess): Promise<HttpResponse> => {
    const { children } = await deps.exportLists(actor);
    const rows = children.map(presentCells).map((cells) => PRESENT_COLUMNS.map((column) => cells[column]));
    return csvFile(`present-list-${londonDateOf(deps.now())}`, [PRESENT_COLUMNS, ...rows]);
  };
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
