import type { Actor } from '../../people/actor.ts';
import type { Import, RowOutcome, StoredReport } from './file.ts';
import type { PresentSum } from './present-sums.ts';
import { isWhole, leftBehind, reportLines, stageOf } from './report.ts';

interface By {
  readonly now: string;
  readonly by: Actor;
}

/** The file once every row had its outcome; undefined where that is known. */
export function allIn(file: Import, now: string): Import | undefined {
  return file.doneAt === undefined ? { ...file, doneAt: now } : undefined;
}

/** What a person compares with the list that they had. */
export interface SeenReport {
  readonly rows: readonly RowOutcome[];
  readonly here: readonly PresentSum[];
}

/** The report as it is signed. */
export function reportOf({ inFile }: Import, { rows, here }: SeenReport): StoredReport {
  return { inFile, here: [...here], leftBehind: leftBehind(rows).length };
}

/** Whether the report needs a reason of who signs it: something differs, or someone was left behind. */
export function needsReason({ inFile }: Import, { rows, here }: SeenReport): boolean {
  return !isWhole(reportLines(inFile, here), rows);
}

/** The file as someone signed for it; undefined where it is not to be signed (any more). */
export function signed(file: Import, { now, by }: By, report: StoredReport, reason: string): Import | undefined {
  if (stageOf(file) !== 'TO_SIGN') return undefined;
  return { ...file, signed: { at: now, by, report, ...(reason === '' ? {} : { reason }) } };
}

/** The file as someone released it: from now on its children are released one by one. Undefined where it is not signed, or was released. */
export function releaseBegun(file: Import, { now, by }: By): Import | undefined {
  return stageOf(file) === 'TO_RELEASE' ? { ...file, released: { at: now, by } } : undefined;
}

/** The file as someone had its families invited to Stay and Play. Undefined where it is not released, or someone had before. */
export function playBegun(file: Import, { now, by }: By): Import | undefined {
  return stageOf(file) === 'RELEASED' && !file.play ? { ...file, play: { at: now, by } } : undefined;
}

/** The file once each of them is invited. */
export function playDone(file: Import, now: string): Import | undefined {
  const { play } = file;
  return play && play.doneAt === undefined ? { ...file, play: { ...play, doneAt: now } } : undefined;
}

/** The file once the children of so many rows are released, from the first row on. Undefined where that is known. */
export function releasedTo(file: Import, upTo: number): Import | undefined {
  const { released } = file;
  return released && upTo > (released.upTo ?? 0) ? { ...file, released: { ...released, upTo } } : undefined;
}

/** The file once every child of it is released. */
export function releaseDone(file: Import, now: string): Import | undefined {
  const { released } = file;
  return released && released.doneAt === undefined ? { ...file, released: { ...released, doneAt: now } } : undefined;
}
