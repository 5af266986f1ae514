import * as z from 'zod';
import type { ClosingReason } from '../support/closing-reasons.ts';
import { addMonths, londonDateOf } from '../values/dates.ts';
import { stored } from '../values/stored.ts';
import { type Because, type ChangeOfEntry, dateOf } from './change-place.ts';
import type { ListEntry, Place } from './entry.ts';
import type { DateOfList, LeftWhy } from './list-events.ts';
import { ordered, placeOf, referredAtOf } from './place.ts';

/** The dates of an earlier referral of the same child, which count for the present one. */
export const earlierSchema = stored({
  reference: z.string(),
  referredAt: z.iso.datetime(),
  acceptedOn: z.iso.date().optional(),
  listedOn: z.iso.date().optional(),
  targetOn: z.iso.date().optional(),
});
export type Earlier = z.infer<typeof earlierSchema>;

/** For how long after a child left the lists, or their support, a new referral keeps the old clock, in months. Source: no child leaves unseen. */
export const KEPT_MONTHS = 6;

/** After these the child waited for nothing, or had all that they waited for, so no date is owed. */
const NOT_VALID: readonly string[] = [
  ...(['LISTED_BY_MISTAKE', 'STARTED_SCHOOL'] satisfies LeftWhy[]),
  ...(['FINISHED'] satisfies ClosingReason[]),
];

/** Whether a child who left for this reason keeps the old clock for a while. */
export function keepsClock(why: string): boolean {
  return !NOT_VALID.includes(why);
}

/** What a new referral inherits from a child's place that was given up at this instant for this reason; undefined for nothing. */
export function inheritedFrom(
  reference: string,
  left: { readonly at: string; readonly why: string; readonly place: Place },
  now: string,
): Earlier | undefined {
  const isRecent = londonDateOf(now) <= addMonths(londonDateOf(left.at), KEPT_MONTHS);
  if (!isRecent || !keepsClock(left.why)) return undefined;
  const { referredAt, acceptedOn, listedOn, targetOn } = left.place;
  return { reference, referredAt, acceptedOn, targetOn, ...(listedOn === undefined ? {} : { listedOn }) };
}

type Move = { readonly which: DateOfList; readonly entry: ListEntry };

/** The place with each date of an earlier referral that is before its own, an event for each. Nothing where none is. */
export function inheriting(earlier: Earlier, because: Because): ChangeOfEntry {
  return (entry, reference) => {
    const moves: Move[] = [];
    const last = () => moves.at(-1)?.entry ?? entry;
    const moved = (which: DateOfList, dates: Partial<ListEntry>, referredAt = referredAtOf(last())) =>
      void moves.push({ which, entry: ordered({ ...last(), ...dates }, referredAt, reference) });
    const { referredAt, listedOn, acceptedOn, targetOn } = earlier;
    if (referredAt < referredAtOf(entry)) moved('REFERRAL', {}, referredAt);
    if (listedOn !== undefined && listedOn < dateOf(entry, 'LIST')) moved('LIST', { listedOn });
    const accepted = acceptedOn !== undefined && acceptedOn < entry.acceptedOn ? { acceptedOn } : {};
    if (targetOn !== undefined && targetOn < entry.targetOn) moved('TARGET', { targetOn, ...accepted });
    const which = moves.at(-1)?.which;
    if (which === undefined) return undefined;
    const { by, now: at, reason } = because;
    const events = moves.map((move, index) => {
      const before = moves[index - 1]?.entry ?? entry;
      const dates = { from: dateOf(before, move.which), to: dateOf(move.entry, move.which) };
      return {
        event: 'DATE_MOVED',
        by,
        which: move.which,
        ...dates,
        place: placeOf(move.entry),
        text: reason,
      } as const;
    });
    return { entry: { ...last(), changed: { what: 'DATE_MOVED', at, by, which, toTell: at } }, events };
  };
}
