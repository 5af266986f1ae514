import { PRESENT_COLUMNS, type PresentCells, type PresentColumn } from '#domain/lists/import/present-row.ts';
import { nhsNumber } from './families.ts';

export const ROWS = 200;

const TOWNS = ['Taunton', 'Yeovil', 'Frome', 'Glastonbury', 'Chard', 'Bridgwater'] as const;
const PATHWAYS = ['INITIAL_ASSESSMENT', 'HOME_VISITING', 'Portage group', 'little treasures', 'HOME_VISITING'] as const;
const FIRST = ['Zoë', 'Lükas', 'Öves', 'Renée', 'Siân', 'Noé', 'Åsa', 'Iñaki'] as const;
const LAST = ['Müllrath', "O'Dwylan", 'Brûtesh', 'Ångvik', 'Peñgarth'] as const;

const at = (list: readonly string[], n: number) => list[n % list.length] ?? '';
const two = (n: number) => String(n).padStart(2, '0');

/** Row n of the list that the service has kept in a spreadsheet until now. */
function rowOf(n: number): PresentCells {
  const isEnded = n % 20 === 19;
  const number = n % 3 === 0 ? undefined : nhsNumber(2_000 + n);
  const [day, month] = [two(1 + (n % 28)), two(1 + (n % 9))];
  const referred = n % 2 === 0 ? `2026-${month}-${day}` : `${day}/${month}/2025`;
  const year = n % 2 === 0 ? 2026 : 2025;
  return {
    own_reference: `P-${String(1_000 + n)}`,
    first_name: at(FIRST, n),
    last_name: `${at(LAST, n)}${n}`,
    date_of_birth: `${two(1 + (n % 27))}/${two(1 + (n % 12))}/${isEnded ? 2022 : 2024}`,
    nhs_number: number ?? '',
    parent_name: `Parent ${at(LAST, n)}${n}`,
    parent_email: n % 4 === 0 ? '' : `kept${n}@example.org`,
    parent_phone: n % 4 === 0 ? `01632 960${String(n).padStart(3, '0')}` : '',
    locality: n % 7 === 0 ? at(TOWNS, n).toUpperCase() : at(TOWNS, n),
    pathway: isEnded ? 'CLOSED_HOME_VISITING' : at(PATHWAYS, n),
    referred_on: referred,
    accepted_on: `${year}-${month}-28`,
    listed_on: isEnded ? '' : `28/${month}/${year}`,
    band: isEnded ? '' : (['1', '2', '3', ''][n % 4] ?? ''),
    sessions_had: isEnded ? '18' : n % 5 === 0 ? '2' : '',
    closed_on: isEnded ? '2026-09-10' : '',
  };
}

/** Two hundred families: who waits, and every twentieth whose support has ended. */
export const LIST: readonly PresentCells[] = Array.from({ length: ROWS }, (_, n) => rowOf(n));

/** What is wrong in the list at first, by its place in it: one cell each. */
export const MISTAKES: readonly { readonly n: number; readonly column: PresentColumn; readonly typed: string }[] = [
  { n: 3, column: 'date_of_birth', typed: '31/02/2024' },
  { n: 17, column: 'locality', typed: 'Tauntn' },
  { n: 44, column: 'parent_phone', typed: '' },
  { n: 61, column: 'nhs_number', typed: '9995500001' },
  { n: 80, column: 'pathway', typed: 'Home visits or group' },
  { n: 102, column: 'band', typed: '4' },
  { n: 133, column: 'accepted_on', typed: '2024-01-01' },
  { n: 150, column: 'own_reference', typed: 'P-1149' },
  { n: 171, column: 'first_name', typed: '' },
  { n: 198, column: 'referred_on', typed: '12/12/2027' },
];

/** The list with its mistakes, as it is at first. */
export const withMistakes: readonly PresentCells[] = LIST.map((cells, place) => {
  const wrong = MISTAKES.filter(({ n }) => n === place).map(({ column, typed }) => [column, typed]);
  return { ...cells, ...Object.fromEntries(wrong) };
});

/** How Excel saves a sheet here: as CSV in the old code page, or as text in Unicode. */
export type Encoding = 'latin1' | 'utf16le';

/** A list as Excel writes it here: with `sep=`, semicolons, and lines that end in CR and LF. */
export function asExcelSaves(rows: readonly PresentCells[], encoding: Encoding): Buffer {
  const cell = (text: string) => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [PRESENT_COLUMNS, ...rows.map((row) => PRESENT_COLUMNS.map((column) => row[column]))];
  const text = ['sep=;', ...lines.map((line) => line.map(cell).join(';'))].join('\r\n');
  return Buffer.from(`${encoding === 'utf16le' ? '\uFEFF' : ''}${text}\r\n`, encoding);
}
