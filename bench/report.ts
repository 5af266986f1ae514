/** What one topic of the bench found: tables for people, numbers for machines, and each budget with what was measured. */
export type Finding = { topic: string; tables: Table[]; budgets: Budget[]; data: Record<string, unknown> };

export type Table = { title: string; columns: readonly string[]; rows: readonly (readonly Cell[])[]; notes?: string[] };

type Cell = string | number;

export type Budget = { what: string; limit: number; measured: number; unit: string; met: boolean };

/** A budget that is met while the measurement is not above its limit. */
export function atMost(what: string, limit: number, measured: number, unit: string): Budget {
  return { what, limit, measured, unit, met: measured <= limit };
}

export function print(finding: Finding): string {
  return [`== ${finding.topic}`, ...finding.tables.map(printTable), ...finding.budgets.map(printBudget), ''].join('\n');
}

export function printBudget({ what, limit, measured, unit, met }: Budget): string {
  return `${met ? 'met   ' : 'MISSED'}  ${what}: ${show(measured)} ${unit}, budget ${show(limit)} ${unit}`;
}

function printTable({ title, columns, rows, notes = [] }: Table): string {
  const lines = [columns, ...rows].map((row) => row.map((cell) => (typeof cell === 'number' ? show(cell) : cell)));
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  const isNumber = columns.map((_, at) => rows.every((row) => typeof row[at] === 'number'));
  const padded = lines.map((line) =>
    line
      .map((text, at) => (isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...padded.map((line) => `  ${line}`), ...notes.map((note) => `  (${note})`), ''].join('\n');
}

/** Whole numbers with thousands apart, small ones with three digits that count. */
function show(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  if (Math.abs(value) >= 1) return value.toFixed(2);
  return value === 0 ? '0' : value.toFixed(Math.min(9, 2 - Math.floor(Math.log10(Math.abs(value)))));
}
