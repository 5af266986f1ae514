import { withoutGuard } from '../csv.ts';

/** What Excel puts between cells, by the settings of the computer. */
const SEPARATORS = [',', ';', '\t'] as const;

/** The cells of a CSV, row by row as a spreadsheet numbers them, or the row in which a quotation mark is out of place. */
export type CsvRows = { readonly rows: readonly (readonly string[])[] } | { readonly badQuoteIn: number };

/**
 * Reads CSV (RFC 4180) with commas, semicolons or tabs: of them the one by which the first row has most of `columns`. Quoted
 * cells may hold separators and line breaks. Cells are trimmed. Each row is read in time that grows with its length alone.
 */
export function readCsv(text: string, columns: readonly string[]): CsvRows {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.(?:\r\n|\r|\n)/i, '');
  const tried = SEPARATORS.map((separator) => {
    const [header = []] = splitRows(plain, separator, 1).rows;
    return { separator, known: header.filter((cell) => columns.includes(cell.toLowerCase())).length };
  });
  const best = tried.reduce((one, other) => (other.known > one.known ? other : one));
  const { rows, isWhole } = splitRows(plain, best.separator);
  return isWhole ? { rows } : { badQuoteIn: rows.length };
}

/** The rows up to the end, to the limit, or to the row that follows no rule, which is then the last. */
function splitRows(text: string, separator: string, limit = Number.POSITIVE_INFINITY) {
  const cell = new RegExp(
    `(?:"([^"]*(?:""[^"]*)*)"|((?!")[^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'y',
  );
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length && rows.length < limit) {
    const found = cell.exec(text);
    if (!found) return { rows: [...rows, row], isWhole: false };
    const [, quoted, plain = '', end] = found;
    row.push(withoutGuard((quoted?.replaceAll('""', '"') ?? plain).trim()));
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return { rows: row.length > 0 ? [...rows, [...row, '']] : rows, isWhole: true };
}
