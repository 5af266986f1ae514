import type { ListEntry } from '../lists/entry.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** What a family is told about when their place on a list has changed. */
export const PLACE = 'PLACE_CHANGED';

/** Since when people are owed a notice of what was done last to a place; undefined where they are owed none. */
export function placeOwedSince({ list }: Pick<Case, 'list'>): string | undefined {
  return list?.changed?.toTell;
}

/** Tells the notices and TODOs of one change of a place from those of another. */
export function placeMark({ list }: { readonly list: Pick<ListEntry, 'changed'> | null }): string | undefined {
  return list?.changed?.at.replace(/\D/g, '');
}

/** The case once people were told of this change of its place. Undefined where it was changed again since: that is owed still. */
export function placeTold(theCase: Case, moment: Moment, at: string): Case | undefined {
  const { list, moveBy } = theCase;
  if (!list?.changed?.toTell || list.changed.at !== at) return undefined;
  const { toTell: _told, ...changed } = list.changed;
  return applyChange(theCase, moment, { list: { ...list, changed }, moveBy });
}

/** The case with the place of its child as a support holds it, for what is worded from it. Never to be saved. */
export function withPlace(theCase: Case, support: { readonly list: ListEntry | null } | undefined): Case {
  return theCase.list || !support?.list ? theCase : { ...theCase, list: support.list };
}
