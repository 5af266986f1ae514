import { download } from '../../http/download.ts';
import type { HttpResponse } from '../../http/message.ts';

/** What a spreadsheet takes for a formula at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180) that a spreadsheet opens as text: a cell that looks like a formula begins with an apostrophe. With a
 * byte order mark, by which Excel knows UTF-8.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Rows as a file for a spreadsheet, under this name without its ending. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): HttpResponse {
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csvOf(rows));
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell as `cellOf` was given it: the apostrophe that keeps a spreadsheet from computing it is no part of its text. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
