import { dateOf } from '../lists/change-place.ts';
import type { ListEntry } from '../lists/entry.ts';
import { plainDate } from '../values/dates.ts';

/** What was done last to a place, and how it is now. A town would tell where a family lives. */
export function placeFacts(list: ListEntry) {
  const { changed, hold } = list;
  if (!changed) return null;
  return {
    ...{ what: changed.what, which: changed.which ?? null },
    until: hold?.until === undefined ? null : plainDate(hold.until),
    referredOn: plainDate(dateOf(list, 'REFERRAL')),
    listedOn: plainDate(dateOf(list, 'LIST')),
  };
}
