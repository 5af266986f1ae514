/** The key in the log of what was read on this local day. */
export function readingsKey(day: string): string {
  return `READING#${day}`;
}

/** The key in the log of the records that operators opened in this month (`2026-11`). */
export function openingsKey(month: string): string {
  return `OPENING#${month}`;
}

/** The key in the log of the stubs of this month (`2026-11`). */
export function stubsKey(month: string): string {
  return `AUDIT#${month}`;
}

/** The key in the log of the letters that were printed, by the month in which that was recorded (`2026-11`). */
export function lettersKey(month: string): string {
  return `LETTER#${month}`;
}

/** The key in the log of the decisions that took effect in this quarter (`2026-Q3`). */
export function decisionsKey(quarter: string): string {
  return `DECISION#${quarter}`;
}

/** The key in the log of the links that were issued for this referral. */
export function linksKey(reference: string): string {
  return `LINKS#${reference}`;
}

/** The key in the log of the children who start school in this year (`2027`). */
export function schoolKey(year: number): string {
  return `SCHOOL#${year}`;
}
