import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** To be raised whenever a stored record changes its shape. 1, which had no mark, held cases without an actor. */
const FORMAT = '3';
/** Brought up to date by the service that owns the changed records, when it opens: 2 had executions in other tables. */
const MIGRATED = ['2'];
const MARK = 'format';
const KEPT = ['small-steps.sqlite', 'dynamodb', 's3', 'lambda.log'];

/**
 * Accepts a data folder of this version's format, one that can be migrated to it, or an empty one, and marks it. Throws
 * StartError for any other before a byte of it is read or written.
 */
export function claimFormat(folder: string, given: string): void {
  const mark = join(folder, MARK);
  const found = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : undefined;
  if (found === FORMAT) return;
  const isKnown =
    found === undefined ? KEPT.every((name) => !existsSync(join(folder, name))) : MIGRATED.includes(found);
  if (!isKnown) throw refused(given, found);
  // Marked before anything is migrated, so that an earlier version never opens what this one has changed. Renamed once it
  // is on the disk, so that a power cut leaves a whole mark or none.
  writeFileSync(`${mark}.new`, `${FORMAT}\n`, { flush: true });
  renameSync(`${mark}.new`, mark);
}

function refused(given: string, found: string | undefined): StartError {
  const its = found === undefined ? 'it has no format mark' : `its format is ${JSON.stringify(found.slice(0, 20))}`;
  return new StartError(
    `The data folder ${given} was made by another version of Small Steps: ${its}, and this version reads ${FORMAT}. Choose another folder with --data, or delete this one.`,
  );
}
