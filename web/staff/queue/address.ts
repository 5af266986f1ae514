import { CLAIMED_BY, QUEUE_ORDERS, type QueueWish, READ_QUEUES, STAFF_QUEUES } from '#application/triage/queue-wish.ts';
import type { QueuePlace } from '#domain/process/rows.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { isReference } from '#domain/values/reference.ts';

export const QUEUE_AT = '/staff/triage';
/** Where work is handed over to a colleague. */
export const HAND_ON_AT = `${QUEUE_AT}/hand-on`;

type Query = Readonly<Record<string, string>>;

/** What of the queue an address asks for; whatever in it is not understood is passed over. */
export function wishOf(query: Query): QueueWish {
  const { flag, band, page } = query;
  return {
    filters: {
      kind: among(STAFF_QUEUES, query.kind),
      claimed: among(CLAIMED_BY, query.claimed),
      isLate: query.late === 'yes',
      flag: flag !== undefined && /^[A-Z0-9_]{3,60}$/.test(flag) ? flag : undefined,
      band: band !== undefined && /^[1-3]$/.test(band) ? Number(band) : undefined,
      locality: localitySchema.safeParse(query.locality).data,
    },
    order: among(QUEUE_ORDERS, query.order) ?? 'due',
    isDescending: query.way === 'down',
    page: page !== undefined && /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1,
    after: placesIn(query.after ?? ''),
  };
}

/** The address of this view of the queue, below the base: codes only, and the same for every reader. */
export function addressOf({ filters, order, isDescending, page, after }: QueueWish): string {
  const { kind, claimed, isLate, flag, band, locality } = filters;
  const places = READ_QUEUES.flatMap((queue) => {
    const place = after[queue];
    return place ? [`${queue}~${place.order}~${place.reference}`] : [];
  });
  const parts = {
    ...{ kind, claimed, late: isLate ? 'yes' : undefined, flag, band: band?.toString(), locality },
    ...{ order: order === 'due' ? undefined : order, way: isDescending ? 'down' : undefined },
    ...{ page: page === 1 ? undefined : page.toString(), after: places.join(',') || undefined },
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  return query.size === 0 ? QUEUE_AT : `${QUEUE_AT}?${query}`;
}

function placesIn(text: string): QueueWish['after'] {
  const places = text.split(',').flatMap((part): [string, QueuePlace][] => {
    const [queue, order = '', reference = ''] = part.split('~');
    const known = among(READ_QUEUES, queue);
    return known && isReference(reference) && isInstant(order) ? [[known, { order, reference }]] : [];
  });
  return Object.fromEntries(places);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
}

function among<Code extends string>(codes: readonly Code[], text: string | undefined): Code | undefined {
  return codes.find((code) => code === text);
}
