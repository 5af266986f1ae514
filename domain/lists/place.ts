import type { ListEntry, Place } from './entry.ts';
import { orderKey } from './order.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The instant from which the referral of an entry counts. An entry of an earlier release has it in its order alone. */
export function referredAtOf({ referredAt, order, acceptedOn }: ListEntry): string {
  const [, , inOrder = ''] = order.split('#');
  return referredAt ?? (INSTANT.test(inOrder) ? inOrder : `${acceptedOn}T00:00:00.000Z`);
}

/** The place of an entry, as an event carries it. */
export function placeOf(entry: ListEntry): Place {
  const { pathway, locality, acceptedOn, targetOn, suggestedBand, band, order, listedOn } = entry;
  return {
    ...{ pathway, locality, acceptedOn, targetOn, suggestedBand, band, order },
    ...(listedOn === undefined ? {} : { listedOn }),
    referredAt: referredAtOf(entry),
    held: entry.hold !== undefined,
  };
}

/** The entry at the place that follows from its band and dates. The confirmed band counts, else the suggested one. */
export function ordered<Placed extends ListEntry | Place>(
  entry: Placed,
  referredAt: string,
  reference: string,
): Placed {
  const { band, suggestedBand, targetOn } = entry;
  return { ...entry, referredAt, order: orderKey({ band: band ?? suggestedBand, targetOn, referredAt, reference }) };
}
