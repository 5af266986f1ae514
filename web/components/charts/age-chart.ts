import { ofText } from '#domain/values/fraction.ts';

/** One area of development: both ages in months, and what the table beside the chart says of the delay. */
export interface AreaAges {
  readonly area: string;
  readonly skills: number;
  readonly age: number;
  readonly said: string;
}

/** Lengths are in units of the drawing, which is `WIDTH` wide and scales with the page. */
interface ChartRow extends AreaAges {
  readonly top: number;
  readonly skillsWidth: number;
  readonly ageWidth: number;
  readonly lineAt: number;
}

interface ChartTick {
  readonly at: number;
  readonly months: number;
}

export interface AgeChart {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly ChartRow[];
  readonly ticks: readonly ChartTick[];
}

const WIDTH = 340;
const ROW = 46;
const AXIS = 24;
/** Room on the right for the last number below the axis. */
const MARGIN = 20;
const TICK_MONTHS = 12;

/**
 * The chart of developmental age against age, a row an area; null where no area has both. Its line is where the delay
 * reaches `share` of the age: a bar that ends on or before it counts.
 */
export function ageChart(areas: readonly AreaAges[], share: string): AgeChart | null {
  const longest = Math.max(TICK_MONTHS, ...areas.flatMap(({ skills, age }) => [skills, age]));
  const { num, den } = ofText(share);
  const kept = 1 - Number(num) / Number(den);
  const along = (months: number) => Math.round((months / longest) * (WIDTH - MARGIN) * 100) / 100;
  const ticks = Array.from({ length: Math.floor(longest / TICK_MONTHS) + 1 }, (_, i) => i * TICK_MONTHS);
  if (areas.length === 0) return null;
  return {
    width: WIDTH,
    height: areas.length * ROW + AXIS,
    rows: areas.map((one, i) => ({
      ...one,
      top: i * ROW,
      ...{ skillsWidth: along(one.skills), ageWidth: along(one.age), lineAt: along(one.age * kept) },
    })),
    ticks: ticks.map((months) => ({ months, at: along(months) })),
  };
}
