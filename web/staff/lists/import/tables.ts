import type { PresentProblem } from '#domain/lists/import/check-present.ts';
import { hadBefore } from '#domain/lists/import/ended-before.ts';
import type { Import, RowOutcome } from '#domain/lists/import/file.ts';
import type { PresentSum } from '#domain/lists/import/present-sums.ts';
import { type ReportLine, stageOf } from '#domain/lists/import/report.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { instantInWords } from '../../../access/instants.ts';
import { pathwayInWords } from '../../../components/record/words.ts';
import { type Cell, headOf } from '../../../components/table/table.ts';
import { recordAt } from '../../records/address.ts';
import { importAt } from '../address.ts';
import { listsWords } from '../words.ts';
import { problemInWords } from './column-words.ts';
import { rowWords, stageWords, importWords as words } from './words.ts';

/** The head of a table that no one sorts. */
export function plainHead(...labels: readonly string[]) {
  return headOf(
    labels.map((label) => ({ label })),
    { order: '', isDescending: false },
    () => '',
  );
}

/** A list by its name, as people call it. */
export function listInWords({ pathway, locality }: { readonly pathway: string; readonly locality: string }): string {
  const had = hadBefore(pathway);
  return had ? words.endedList(pathwayInWords(had), locality) : listsWords.listTitle(pathwayInWords(pathway), locality);
}

function bandOf({ band, pathway }: PresentSum): string {
  return band === null && hadBefore(pathway) ? words.needsNoBand : `${band ?? words.noBand}`;
}

/** One sum of a file that is only checked. */
export function sumCells(sum: PresentSum): Cell[] {
  return [listInWords(sum), bandOf(sum), sum.year, `${sum.children}`].map((text) => ({ text }));
}

/** One fault of a row, with what to do. */
export function faultCells(problem: PresentProblem): Cell[] {
  return [{ text: `${problem.row}` }, { text: problem.column }, { text: problemInWords(problem) }];
}

/** One line of the report: the file beside the lists. */
export function reportCells({ inFile, here, isEqual }: ReportLine): Cell[] {
  const sum = inFile ?? here;
  if (!sum) return [];
  return [
    ...[listInWords(sum), bandOf(sum), sum.year, `${inFile?.children ?? 0}`, `${here?.children ?? 0}`].map((text) => ({
      text,
    })),
    { text: isEqual ? words.same : '', mark: isEqual ? undefined : words.differs },
    { lines: words.bothChecksums(inFile?.checksum, here?.checksum) },
  ];
}

/** A row that was left behind, why, and the case that stood in the way. */
export function leftCells({ row, result, reference }: RowOutcome, base: string): Cell[] {
  const why = rowWords.get(result) ?? words.laterWhy;
  return [
    { text: `${row}` },
    { text: why },
    reference === undefined ? { text: '' } : { text: reference, href: base + recordAt(reference) },
  ];
}

/** A file that was brought in before. */
export function fileCells(file: Import, base: string): Cell[] {
  return [
    { text: instantInWords(file.at), href: base + importAt(file.id) },
    { text: actorInWords(file.by) },
    { text: `${file.rows}` },
    { text: stageWords[stageOf(file)] },
  ];
}
