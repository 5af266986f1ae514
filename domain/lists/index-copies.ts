import type { Row } from '../process/rows.ts';
import type { ListEntry, ListName } from './entry.ts';
import { referredAtOf } from './place.ts';

/** The name of one list, as the index has it. */
export function listKey({ pathway, locality }: { readonly pathway: string; readonly locality: string }): string {
  return `${pathway}#${locality}`;
}

/** The list that an entry stands on and the text by which that list is ordered. */
export function entryKey(entry: ListName & Pick<ListEntry, 'order'>): { key: string; order: string } {
  return { key: listKey(entry), order: entry.order };
}

/** What the index `list` shows of an entry, whichever item holds it: nothing personal. */
export function entryRow(entry: ListEntry): Row {
  const { band, suggestedBand, pathway, locality, acceptedOn, targetOn, prompts = [] } = entry;
  return {
    ...{ pathway, locality, acceptedOn, targetOn },
    band: band ?? undefined,
    suggestedBand: suggestedBand ?? undefined,
    prompts: prompts.length > 0 ? prompts : undefined,
    more: moreOf(entry),
  };
}

/** The index has no attribute of its own for these. */
function moreOf(entry: ListEntry): Row['more'] {
  const { broadAreas, hold, offered, listedOn, quiet, reviewed } = entry;
  return {
    ...(broadAreas === undefined ? {} : { broadAreas }),
    ...(hold ? { heldSince: hold.since } : {}),
    ...(hold?.until === undefined ? {} : { heldUntil: hold.until }),
    ...(offered === undefined ? {} : { offered }),
    ...(listedOn === undefined ? {} : { listedOn }),
    ...(quiet ? { quietSince: quiet.since } : {}),
    ...(reviewed ? reviewCopies(reviewed) : {}),
    referredAt: referredAtOf(entry),
  };
}

function reviewCopies({ on, isSame, changes = [], offering = [] }: NonNullable<ListEntry['reviewed']>) {
  return {
    reviewedOn: on,
    ...(isSame === undefined ? {} : { reviewSame: isSame }),
    ...(changes.length > 0 ? { reviewChanges: [...changes] } : {}),
    ...(offering.length > 0 ? { reviewOffers: [...offering] } : {}),
  };
}
