import type { Actor } from '../people/actor.ts';
import type { LinkPurpose } from '../people/link.ts';
import { putOff } from './ledger.ts';
import { type Notice, noticeKindSchema, type PutRight } from './notice.ts';
import { noticeTable } from './notice-table.ts';
import { reachedNoOne } from './reached-no-one.ts';

/** Who put a notice right, when and why. */
export interface PutRightBy {
  readonly now: string;
  readonly by: Actor;
  readonly reason: string;
}

/** Why a notice is left as it is. NEEDS_A_PERSON: it must not be written. NO_LINK: there is none in it. UNWANTED: who got it reported it. */
export type NotPutRight = 'NO_LINK' | 'UNDER_WAY' | 'NEEDS_A_PERSON' | 'UNWANTED' | 'NOT_FAILED' | 'OF_DUTY';

/**
 * The next version of a notice that goes again with the sweeper's next run, to where its addressee is by then. Marked as a
 * possible duplicate unless the one before is known not to have arrived.
 */
export function sentAgain(
  entry: Notice,
  { now, by, reason }: PutRightBy,
  what: Exclude<PutRight, 'SEEN'> = 'SENT_AGAIN',
): Notice | NotPutRight {
  const { state } = entry;
  if (entry.to === 'DUTY') return 'OF_DUTY';
  if (state === 'COMPLAINED') return 'UNWANTED';
  if (state === 'FOR_A_PERSON') return 'NEEDS_A_PERSON';
  if (state !== 'SENT' && state !== 'FAILED' && state !== 'BOUNCED') return 'UNDER_WAY';
  const { settledAt: _settledAt, messageId: _messageId, delivery: _delivery, ...rest } = entry;
  const possibleDuplicate = entry.possibleDuplicate || state === 'SENT';
  const again = putOff({ ...rest, state: 'CLAIMED', possibleDuplicate }, now);
  return { ...again, attempts: entry.attempts + 1, putRight: added(entry, what, { now, by, reason }) };
}

/** The next version of a notice that reached no one, and about which nothing more is to be done. */
export function seen(entry: Notice, moment: PutRightBy): Notice | NotPutRight {
  if (!reachedNoOne(entry)) return entry.state === 'CLAIMED' ? 'UNDER_WAY' : 'NOT_FAILED';
  return { ...entry, attempts: entry.attempts + 1, putRight: added(entry, 'SEEN', moment) };
}

/** The next version of a notice that goes again so that its addressee has a new link. */
export function linkRenewed(entry: Notice, moment: PutRightBy): Notice | NotPutRight {
  return linkIn(entry) === null ? 'NO_LINK' : sentAgain(entry, moment, 'LINK_RENEWED');
}

/** What the link in a notice is for; null where it has none, or is of a later release. */
export function linkIn({ kind }: Pick<Notice, 'kind'>): LinkPurpose | null {
  const known = noticeKindSchema.safeParse(kind);
  return known.success ? noticeTable[known.data].link : null;
}

function added({ putRight = [] }: Notice, what: PutRight, { now: at, by, reason }: PutRightBy) {
  return [...putRight, { at, by, what, reason }];
}
