import type { FilesToErase, RecordsToErase, StoredKey } from '#domain/ports/erasure.ts';
import type { Found } from './look-at-all.ts';

interface EraseDeps {
  readonly records: Pick<RecordsToErase, 'keysOf' | 'remove'>;
  readonly files: Pick<FilesToErase, 'remove' | 'removePages'>;
}

/**
 * Erases all that is stored of one referral: its files that no other names, pages that staff were sent, what is about it
 * elsewhere, and its own items, the case last. Cut off anywhere it is done again whole, because the case says so until then.
 */
export async function eraseRecord(
  { records, files }: EraseDeps,
  reference: string,
  { elsewhere, namers }: Pick<Found, 'elsewhere' | 'namers'>,
  keyOfFile: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [id, by] of namers) {
    const key = keyOfFile.get(id);
    if (key !== undefined && by.has(reference) && by.size === 1) await files.remove(key);
  }
  await files.removePages(reference);
  for (const key of elsewhere.get(reference) ?? []) await records.remove(key);
  for (const key of (await records.keysOf(reference)).toSorted(caseLast)) await records.remove(key);
}

function caseLast(one: StoredKey, other: StoredKey): number {
  return Number(one.sk === 'CASE') - Number(other.sk === 'CASE');
}
