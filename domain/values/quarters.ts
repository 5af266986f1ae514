/** The calendar quarter of a local day: `2026-Q3` of `2026-09-24`. */
export function quarterOf(on: string): string {
  return `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
}

/** The quarters of a year that are over on this day, the first one first: all four of a year before. */
export function quartersOver(year: number, today: string): string[] {
  return [1, 2, 3, 4].map((n) => `${year}-Q${n}`).filter((quarter) => quarter < quarterOf(today));
}
