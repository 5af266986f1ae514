import { MAX_PRESENT_ROWS, type PresentRow } from '#domain/lists/import/check-present.ts';
import { MAY_LACK, PRESENT_COLUMNS, type PresentCells } from '#domain/lists/import/present-row.ts';
import { decodeCsv } from './decode.ts';
import { readCsv } from './read-csv.ts';
import { importWords as words } from './words.ts';

/** The rows of a file, or in words why it cannot be read as a present list. */
export type PresentFile = { readonly rows: readonly PresentRow[] } | { readonly problem: string };

/** Reads a file as a present list. Empty rows are passed over, and keep their numbers. What a cell holds is not judged here. */
export function readPresent(bytes: Uint8Array): PresentFile {
  const text = decodeCsv(bytes);
  if (text === '') return { problem: words.empty };
  if (text === undefined) return { problem: words.notCsv };
  const csv = readCsv(text, PRESENT_COLUMNS);
  if ('badQuoteIn' in csv) return { problem: words.badQuote(csv.badQuoteIn) };
  const [first = [], ...rest] = csv.rows;
  const header = first.map((cell) => cell.toLowerCase());
  const missing = PRESENT_COLUMNS.filter((column) => !header.includes(column) && !MAY_LACK.has(column));
  if (missing.length > 0) return { problem: words.missingColumns(missing) };
  const known = header.filter((column, n) => isColumn(column) && header.indexOf(column) === n);
  if (known.length !== header.length) return { problem: words.otherColumns };
  const filled = rest
    .map((cells, n) => ({ row: n + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0) return { problem: words.noRows };
  if (filled.length > MAX_PRESENT_ROWS) return { problem: words.tooManyRows };
  const long = filled.find(({ cells }) => cells.slice(header.length).some((cell) => cell !== ''));
  if (long) return { problem: words.moreCells(long.row) };
  return { rows: filled.map(({ row, cells }) => ({ row, cells: byColumn(header, cells) })) };
}

const isColumn = (name: string) => PRESENT_COLUMNS.some((column) => column === name);

function byColumn(header: readonly string[], cells: readonly string[]): PresentCells {
  const cell = (column: string) => cells[header.indexOf(column)] ?? '';
  return {
    ...{ own_reference: cell('own_reference'), first_name: cell('first_name'), last_name: cell('last_name') },
    ...{ date_of_birth: cell('date_of_birth'), nhs_number: cell('nhs_number'), parent_name: cell('parent_name') },
    ...{ parent_email: cell('parent_email'), parent_phone: cell('parent_phone'), locality: cell('locality') },
    ...{ pathway: cell('pathway'), referred_on: cell('referred_on'), accepted_on: cell('accepted_on') },
    ...{ listed_on: cell('listed_on'), band: cell('band'), sessions_had: cell('sessions_had') },
    closed_on: cell('closed_on'),
  };
}
