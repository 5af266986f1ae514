import { type HistoryStores, historyNames, isOfCase, readHistory } from '#application/operations/read-history.ts';
import type { References } from '#domain/ports/seals.ts';
import { brokenAt } from '#domain/process/history.ts';

/** What was found: the hashes of each history that could be read, in order, and a sentence for each that is not whole. */
export interface Verified {
  readonly cases: number;
  readonly broken: readonly string[];
  readonly chains: ReadonlyMap<string, readonly { readonly hash: string }[]>;
}

/**
 * Reads every case and every support with its sealed parts, and names each whose events do not follow from one another: one was changed, taken
 * out or put in after it was written. A case that cannot be read counts as broken. It proves nothing against someone who wrote
 * the whole chain anew: for that, see the seals of the nights.
 */
export async function verifyHistories(stores: HistoryStores, references: ReturnType<References>): Promise<Verified> {
  const broken: string[] = [];
  const chains = new Map<string, readonly { readonly hash: string }[]>();
  let read = 0;
  for await (const reference of references) {
    read += 1;
    for (const name of historyNames(reference)) {
      const found = await historyOf(stores, name);
      if (typeof found === 'string') broken.push(`${name}: ${found}`);
      else if (found) chains.set(name, found);
    }
  }
  return { cases: read, broken, chains };
}

async function historyOf(stores: HistoryStores, name: string) {
  try {
    const history = await readHistory(stores, name);
    if (history === undefined) return isOfCase(name) ? 'the case is not there' : undefined;
    const n = brokenAt(history);
    if (n !== undefined) return `event ${n} does not follow from the one before`;
    return history.map(({ hash }) => ({ hash }));
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.name : 'unknown'})`;
  }
}
