import { canonicalJson, sha256 } from '../values/hash.ts';
import type { ListEntry } from './entry.ts';
import { placeOf } from './place.ts';

/** Tells a place as a page showed it from the same place after someone changed it. Prompts and offers do not count. */
export function markOf(entry: ListEntry): string {
  return sha256(canonicalJson({ ...placeOf(entry), until: entry.hold?.until ?? '' })).slice(0, 16);
}
