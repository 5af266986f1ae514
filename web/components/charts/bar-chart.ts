/** One bar of each series for a label; null where the number is not shown. */
export interface BarRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

interface Bar {
  readonly top: number;
  readonly width: number;
  readonly said: string;
  readonly saidAt: number;
  readonly isSecond: boolean;
}

/** Lengths are in units of the drawing, which is `WIDTH` wide and scales with the page. */
export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly { readonly label: string; readonly labelAt: number; readonly bars: readonly Bar[] }[];
}

/** Columns side by side, with a label under some of them. */
export interface ColumnChart {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly most: string;
  readonly columns: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly isSecond: boolean;
  }[];
  readonly labels: readonly { readonly at: number; readonly text: string }[];
}

const WIDTH = 480;
const LABEL = 18;
const BAR = 14;
const GAP = 10;
/** Room for a number after the longest bar. */
const AFTER = 60;

const exact = (length: number) => Math.round(length * 100) / 100;
const mostOf = (rows: readonly BarRow[]) => Math.max(1, ...rows.flatMap(({ values }) => values.map((n) => n ?? 0)));

/** Lying bars, each under its label and with its number behind it; null where there is nothing to draw. */
export function barChart(rows: readonly BarRow[], hidden: string): BarChart | null {
  if (rows.length === 0) return null;
  const most = mostOf(rows);
  let top = 0;
  const drawn = rows.map(({ label, values }) => {
    const labelAt = top + BAR;
    const bars = values.map((n, i) => {
      const width = exact(((n ?? 0) / most) * (WIDTH - AFTER));
      const said = n === null ? hidden : n.toLocaleString('en-GB');
      return { top: top + LABEL + i * BAR, width, said, saidAt: width + 6, isSecond: i > 0 };
    });
    top += LABEL + values.length * BAR + GAP;
    return { label, labelAt, bars };
  });
  return { width: WIDTH, height: top, rows: drawn };
}

const HEIGHT = 160;
const HEAD = 18;
const FOOT = 20;
const MOST_LABELS = 5;

/** Standing columns of a row of periods; null where there is nothing to draw. */
export function columnChart(rows: readonly BarRow[]): ColumnChart | null {
  if (rows.length === 0) return null;
  const most = mostOf(rows);
  const base = HEAD + HEIGHT;
  const slot = WIDTH / rows.length;
  const columns = rows.flatMap(({ values }, n) =>
    values.map((value, i) => {
      const width = exact((slot * 0.8) / values.length);
      const height = exact(((value ?? 0) / most) * HEIGHT);
      return { x: exact(n * slot + i * width), y: exact(base - height), width, height, isSecond: i > 0 };
    }),
  );
  const every = Math.ceil(rows.length / MOST_LABELS);
  const labels = rows.flatMap(({ label }, n) => (n % every === 0 ? [{ at: exact(n * slot), text: label }] : []));
  return { width: WIDTH, height: base + FOOT, base, most: most.toLocaleString('en-GB'), columns, labels };
}
