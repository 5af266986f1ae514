import type { FilePlace } from '../problems/rules.ts';
import { readListAt, readPath } from '../values/read-path.ts';

/** One file that a referral names, and where it names it. */
interface NamedFile {
  /** Such as `evidence[0].furtherPages[1]`. */
  readonly path: string;
  readonly evidenceId: unknown;
  readonly file: FilePlace;
}

/**
 * Every file that a referral names, in order: each item of evidence with its further pages, then those of the Early Help Assessment. An
 * item without an evidenceId is there with `undefined`. Read from anything that was sent; never throws.
 */
export function namedFiles(input: unknown): NamedFile[] {
  const evidence = readListAt(input, 'evidence').flatMap((item, index) => pagesOf(item, index));
  if (readPath(input, 'earlyHelpAssessment') === undefined) return evidence;
  const file = 'EARLY_HELP_ASSESSMENT';
  const first = {
    path: 'earlyHelpAssessment.evidenceId',
    evidenceId: readPath(input, 'earlyHelpAssessment', 'evidenceId'),
  };
  const further = readListAt(readPath(input, 'earlyHelpAssessment'), 'furtherPages');
  const others = further.map((evidenceId, i) => ({ path: `earlyHelpAssessment.furtherPages[${i}]`, evidenceId }));
  return [...evidence, ...[first, ...others].map((named) => ({ ...named, file }) as const)];
}

function pagesOf(item: unknown, index: number): NamedFile[] {
  const further = readListAt(item, 'furtherPages');
  const first = { path: `evidence[${index}].evidenceId`, evidenceId: readPath(item, 'evidenceId') };
  const others = further.map((evidenceId, i) => ({ path: `evidence[${index}].furtherPages[${i}]`, evidenceId }));
  const all = [first, ...others];
  return all.map((named, i) => ({ ...named, file: { document: index + 1, page: i + 1, pages: all.length } }));
}
