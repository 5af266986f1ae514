import type { CaseStore } from '#domain/ports/stores.ts';
import { brokenAt } from '#domain/process/history.ts';

/** What was found: how many cases were read, and a sentence for each whose history is not whole. */
export interface Verified {
  readonly cases: number;
  readonly broken: readonly string[];
}

/**
 * Reads every case with its sealed parts, and names each whose events do not follow from one another: one was changed, taken
 * out or put in after it was written. A case that cannot be read counts as broken. It proves nothing against someone who wrote
 * the whole chain anew, because the chain has no key.
 */
export async function verifyHistories(
  cases: Pick<CaseStore, 'readWholeCase'>,
  references: AsyncIterable<string>,
): Promise<Verified> {
  const broken: string[] = [];
  let read = 0;
  for await (const reference of references) {
    read += 1;
    const fault = await faultOf(cases, reference);
    if (fault !== undefined) broken.push(`${reference}: ${fault}`);
  }
  return { cases: read, broken };
}

async function faultOf(cases: Pick<CaseStore, 'readWholeCase'>, reference: string): Promise<string | undefined> {
  try {
    const whole = await cases.readWholeCase(reference);
    if (whole === undefined) return 'the case is not there';
    const n = brokenAt(whole.history);
    return n === undefined ? undefined : `event ${n} does not follow from the one before`;
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.name : 'unknown'})`;
  }
}
