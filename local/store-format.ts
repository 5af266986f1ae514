import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

/** To be raised whenever a stored record changes its shape. 1, which had no mark, held cases without an actor. */
const FORMAT = '2';
const MARK = 'format';
const KEPT = ['small-steps.sqlite', 'dynamodb', 's3', 'lambda.log'];

/**
 * Lets only a data folder of this version's format pass, and marks one that holds nothing yet. Throws StartError for any
 * other before a byte of it is read or written. Nothing is converted: what is kept here was made to try things out.
 */
export function claimFormat(folder: string, given: string): void {
  const mark = join(folder, MARK);
  const found = existsSync(mark) ? readFileSync(mark, 'utf8').trim() : undefined;
  if (found === FORMAT) return;
  if (found !== undefined || KEPT.some((name) => existsSync(join(folder, name)))) throw refused(given, found);
  // Renamed once it is on the disk, so that a power cut leaves a whole mark or none.
  writeFileSync(`${mark}.new`, `${FORMAT}\n`, { flush: true });
  renameSync(`${mark}.new`, mark);
}

function refused(given: string, found: string | undefined): StartError {
  const its = found === undefined ? 'it has no format mark' : `its format is ${JSON.stringify(found.slice(0, 20))}`;
  return new StartError(
    `The data folder ${given} was made by another version of Small Steps: ${its}, and this version reads ${FORMAT}. Choose another folder with --data, or delete this one.`,
  );
}
