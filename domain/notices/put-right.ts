import type { Actor } from '../people/actor.ts';
import { putOff } from './ledger.ts';
import type { Notice, PutRight } from './notice.ts';
import { reachedNoOne } from './reached-no-one.ts';

/** Who put a notice right, when and why. */
export interface PutRightBy {
  readonly now: string;
  readonly by: Actor;
  readonly reason: string;
}

/** Why a notice is left as it is. NEEDS_A_PERSON: it must not be written. UNWANTED: who got it reported it. */
export type NotPutRight = 'UNDER_WAY' | 'NEEDS_A_PERSON' | 'UNWANTED' | 'NOT_FAILED' | 'OF_DUTY';

/**
 * The next version of a notice that goes again with the sweeper's next run, to where its addressee is by then. Marked as a
 * possible duplicate unless the one before is known not to have arrived.
 */
export function sentAgain(entry: Notice, { now, by, reason }: PutRightBy): Notice | NotPutRight {
  const { state } = entry;
  if (entry.to === 'DUTY') return 'OF_DUTY';
  if (state === 'COMPLAINED') return 'UNWANTED';
  if (state === 'FOR_A_PERSON') return 'NEEDS_A_PERSON';
  if (state !== 'SENT' && state !== 'FAILED' && state !== 'BOUNCED') return 'UNDER_WAY';
  const { settledAt: _settledAt, messageId: _messageId, delivery: _delivery, ...rest } = entry;
  const possibleDuplicate = entry.possibleDuplicate || state === 'SENT';
  const again = putOff({ ...rest, state: 'CLAIMED', possibleDuplicate }, now);
  return { ...again, attempts: entry.attempts + 1, putRight: added(entry, 'SENT_AGAIN', { now, by, reason }) };
}

/** The next version of a notice that reached no one, and about which nothing more is to be done. */
export function seen(entry: Notice, moment: PutRightBy): Notice | NotPutRight {
  if (!reachedNoOne(entry)) return entry.state === 'CLAIMED' ? 'UNDER_WAY' : 'NOT_FAILED';
  return { ...entry, attempts: entry.attempts + 1, putRight: added(entry, 'SEEN', moment) };
}

function added({ putRight = [] }: Notice, what: PutRight, { now: at, by, reason }: PutRightBy) {
  return [...putRight, { at, by, what, reason }];
}
