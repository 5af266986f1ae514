/**
 * The sparse indexes of the table: the attributes that key and order each, and what it shows of an item besides. AWS never
 * alters the projection of an index, so a later attribute goes into the map `rowMore`, or into a new index. At most 20 each.
 * No record has a field of its own under the name of a key or an order.
 */
export const INDEXES = {
  /** What people must do, by queue, in the order in which it should be taken up. */
  work: {
    key: 'workKey',
    order: 'workDue',
    shows: [
      ...['reference', 'status', 'next', 'run', 'flags', 'referralOn', 'receivedAt'],
      ...['rowKind', 'rowTaskId', 'rowDue', 'rowWaitingSince', 'rowRound', 'rowDecidedAt', 'rowFor', 'rowClaimedBy'],
      ...['rowWhy', 'rowBand', 'rowLocality', 'rowTargetOn', 'rowMore'],
    ],
  },
  /** Children who wait, by pathway and locality, in the order of the list. */
  list: {
    key: 'listKey',
    order: 'listOrder',
    shows: [
      ...['reference', 'status', 'flags', 'referralOn', 'receivedAt'],
      ...['rowBand', 'rowSuggestedBand', 'rowPathway', 'rowLocality', 'rowAcceptedOn', 'rowTargetOn', 'rowPrompts'],
      ...['rowClaimedBy', 'rowWhy', 'rowMore'],
    ],
  },
  /** The earliest instant at which the sweeper must look at an item: each kind under a key of its own. */
  due: {
    key: 'dueKey',
    order: 'dueAt',
    shows: [
      ...['reference', 'status', 'next', 'run', 'rowKind', 'rowTaskId', 'rowAttempts', 'rowWaitingSince'],
      ...['rowOwedSince', 'rowWhy', 'rowMore'],
    ],
  },
  /**
   * What was read, by day, what is kept of stops and which letters were seen to, by month, and which decisions took effect, by
   * quarter. Children whom we accepted, by the year in which they start school. Links that were issued, by referral.
   */
  log: {
    key: 'logKey',
    order: 'logAt',
    shows: [
      ...[
        'reference',
        'at',
        'what',
        'outcome',
        'reason',
        'caller',
        'rowKind',
        'rowTaskId',
        'rowBy',
        'rowWhy',
        'rowMore',
      ],
    ],
  },
} as const;

export type IndexName = keyof typeof INDEXES;

/** The kinds of what falls due, the most urgent for people first. None ever waits behind another. */
export const DUE_KINDS = ['CASE', 'SUPPORT', 'NOTICE', 'TODO', 'SLOT', 'DRAFT'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** The key under which the pauses of this kind stand, by when they end: what failed is put off, see domain/process/pause.ts. */
export function pausedKey(kind: DueKind): string {
  return `PAUSED_${kind}`;
}

/** Every key of the index `due`: an instant at which the sweeper looks stands under one of them. */
export const DUE_KEYS: readonly string[] = [...DUE_KINDS, ...DUE_KINDS.map(pausedKey)];

/** Attributes with this beginning are copies for indexes: written anew with every item, never part of a record. */
export const COPY = /^row[A-Z]/;

/** More open tasks than a service ever has: a queue is read whole up to here. */
export const MOST_OPEN = 5_000;
