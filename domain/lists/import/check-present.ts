import { lettersAndDigits, plainText } from '../../values/characters.ts';
import { hadBefore } from './ended-before.ts';
import {
  cellChecks,
  MAY_BE_EMPTY,
  PRESENT_COLUMNS,
  type PresentCells,
  type PresentColumn,
  type PresentFault,
  presentDate,
  presentPathway,
} from './present-row.ts';

/** The most rows that one file may have, so that it is checked within a request. */
export const MAX_PRESENT_ROWS = 2000;

/** What is wrong with one cell. `row` counts as a spreadsheet does: the header is row 1. */
export interface PresentProblem {
  readonly row: number;
  readonly column: PresentColumn;
  readonly fault: PresentFault | 'TWICE';
  /** The earlier row that says the same. */
  readonly as?: number;
}

/** A row of the file and its number. */
export interface PresentRow {
  readonly row: number;
  readonly cells: PresentCells;
}

/**
 * Every fault of a present list, in the order of its rows and columns; none for a list that is sound. `today` is a date in
 * London. Two rows with one own reference, one NHS number, or one name and date of birth are one child twice.
 */
export function checkPresent(rows: readonly PresentRow[], today: string): PresentProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, cells }) => {
    const faults = [...PRESENT_COLUMNS.flatMap((column) => faultIn(cells, column, today)), ...acrossCells(cells)];
    const twice = keysOf(cells).flatMap(({ column, key }) => {
      const as = seen.get(key);
      seen.set(key, as ?? row);
      return as === undefined ? [] : [{ column, fault: 'TWICE' as const, as }];
    });
    return [...faults, ...twice].map((problem) => ({ row, ...problem }));
  });
}

type Fault = Pick<PresentProblem, 'column'> & { readonly fault: PresentFault };

function faultIn(cells: PresentCells, column: PresentColumn, today: string): Fault[] {
  const typed = cells[column];
  if (typed === '') return MAY_BE_EMPTY.has(column) ? [] : [{ column, fault: 'MISSING' }];
  const fault = cellChecks[column](typed, today);
  return fault === undefined ? [] : [{ column, fault }];
}

/** What no cell shows by itself: a date before the one it must follow, and no way to reach a parent. */
function acrossCells(cells: PresentCells): Fault[] {
  const [born, referred] = [presentDate(cells.date_of_birth), presentDate(cells.referred_on)];
  const follows = (column: PresentColumn, after: string | undefined, fault: PresentFault): Fault[] => {
    const on = presentDate(cells[column]);
    return on !== undefined && after !== undefined && on < after ? [{ column, fault }] : [];
  };
  return [
    ...follows('referred_on', born, 'BEFORE_BIRTH'),
    ...follows('accepted_on', referred, 'BEFORE_REFERRAL'),
    ...follows('listed_on', referred, 'BEFORE_REFERRAL'),
    ...acrossEnd(cells),
    ...follows('closed_on', presentDate(cells.accepted_on), 'BEFORE_ACCEPTANCE'),
    ...(cells.parent_email === '' && cells.parent_phone === ''
      ? [{ column: 'parent_phone', fault: 'CONTACT' } as const]
      : []),
  ];
}

/** What contradicts the pathway: who waits has a day of listing and none of an end, and who has left has it the other way round. */
function acrossEnd({ pathway, listed_on: listed, band, closed_on: closed }: PresentCells): Fault[] {
  const named = presentPathway(pathway);
  if (named === undefined) return [];
  if (hadBefore(named) === undefined)
    return [
      ...(listed === '' ? [{ column: 'listed_on', fault: 'MISSING' } as const] : []),
      ...(closed === '' ? [] : [{ column: 'closed_on', fault: 'NOT_CLOSED' } as const]),
    ];
  return [
    ...(listed === '' ? [] : [{ column: 'listed_on', fault: 'CLOSED' } as const]),
    ...(band === '' ? [] : [{ column: 'band', fault: 'CLOSED' } as const]),
    ...(closed === '' ? [{ column: 'closed_on', fault: 'MISSING' } as const] : []),
  ];
}

/** What two rows of one child share: an own reference, an NHS number, or a name with a date of birth. */
function keysOf(cells: PresentCells): { readonly column: PresentColumn; readonly key: string }[] {
  const [nhs, first, last] = (['nhs_number', 'first_name', 'last_name'] as const).map((column) =>
    lettersAndDigits(cells[column]),
  );
  const own = plainText(cells.own_reference).toUpperCase();
  const born = presentDate(cells.date_of_birth);
  return [
    ...(own ? [{ column: 'own_reference', key: `own ${own}` } as const] : []),
    ...(nhs ? [{ column: 'nhs_number', key: `nhs ${nhs}` } as const] : []),
    ...(first && last && born ? [{ column: 'first_name', key: `child ${first} ${last} ${born}` } as const] : []),
  ];
}
