import type { Row } from '../process/rows.ts';
import { canonicalJson, sha256 } from '../values/hash.ts';
import type { ChangeOfEntry } from './change-place.ts';
import type { ListEntry } from './entry.ts';

type Reviewed = NonNullable<ListEntry['reviewed']>;

/** The place with what the review of the long wait found, to be added up. It moves nothing. Undefined where that stands. */
export function reviewedPlace({ on, isSame, changes, offering }: Reviewed): ChangeOfEntry {
  return (entry) => {
    if (entry.reviewed) return undefined;
    const reviewed = {
      on,
      ...(isSame === undefined ? {} : { isSame }),
      ...(changes ? { changes } : {}),
      ...(offering ? { offering } : {}),
    };
    return { entry: { ...entry, reviewed }, events: [] };
  };
}

/**
 * Tells what a page showed of a child who waits from the same after anything of it changed, prompts, hold and offer included: of a
 * child of whom something new stands there no one has seen that nothing changed.
 */
export function waitMark(row: Row): string {
  const { pathway, locality, band, targetOn, prompts = [], more = {} } = row;
  const { heldSince, heldUntil, offered } = more;
  const shown = { pathway, locality, band, targetOn, prompts: [...prompts], heldSince, heldUntil, offered };
  return sha256(canonicalJson(shown)).slice(0, 16);
}
