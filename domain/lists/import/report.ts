import type { Import, RowOutcome } from './file.ts';
import { keyOf, type PresentSum } from './present-sums.ts';

/** One list, band and year: what the file says of it and what stands on the lists. Undefined: none of it. */
export interface ReportLine {
  readonly inFile: PresentSum | undefined;
  readonly here: PresentSum | undefined;
  /** Whether both have the same children, with every fact the same. */
  readonly isEqual: boolean;
}

/** The sums of a file beside those of the lists, line by line. */
export function reportLines(inFile: readonly PresentSum[], here: readonly PresentSum[]): ReportLine[] {
  const keys = [...new Set([...inFile, ...here].map(keyOf))].sort();
  return keys.map((key) => {
    const [one, other] = [inFile, here].map((sums) => sums.find((sum) => keyOf(sum) === key));
    return { inFile: one, here: other, isEqual: one?.checksum === other?.checksum };
  });
}

/** The rows of a file whose child was not brought in. */
export function leftBehind(rows: readonly RowOutcome[]): RowOutcome[] {
  return rows.filter(({ result }) => result !== 'BROUGHT_IN');
}

/** Whether the lists have every child of the file as the file has them. */
export function isWhole(lines: readonly ReportLine[], rows: readonly RowOutcome[]): boolean {
  return lines.every(({ isEqual }) => isEqual) && leftBehind(rows).length === 0;
}

/** Where a file stands, for people. */
export type Stage = 'COMING_IN' | 'TO_SIGN' | 'TO_RELEASE' | 'COMING_OUT' | 'RELEASED';

/** What is to be done next with a file. */
export function stageOf({ doneAt, signed, released }: Import): Stage {
  if (doneAt === undefined) return 'COMING_IN';
  if (!signed) return 'TO_SIGN';
  if (!released) return 'TO_RELEASE';
  return released.doneAt === undefined ? 'COMING_OUT' : 'RELEASED';
}
