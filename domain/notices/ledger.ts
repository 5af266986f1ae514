import { CHILD_HAS_DIED } from '../case/death.ts';
import { MACHINE } from '../people/actor.ts';
import type { Notice } from './notice.ts';
import type { Owed } from './plan.ts';

/** How long, in milliseconds, the claimant of a notice has before the sweeper looks at it. */
export const CLAIM_MS = 2 * 60_000;
/** Sends that were cut off before a person must look: each of them may have reached the mailbox. */
const CUT_OFF_LIMIT = 5;
/** Sends that the mail service put off, at one every two minutes: most of a day of it being out of reach. */
const PUT_OFF_LIMIT = 500;

/** Why a claimed notice is claimed by no one at the moment: it has certainly not gone, or no one knows. */
export type Released = 'NOT_SENT' | 'MAYBE_SENT';

/** The first entry of a notice: claimed, before anyone knows whether and where it goes. */
export function firstEntry(reference: string, owed: Owed, now: string): Notice {
  return {
    id: owed.id,
    reference,
    kind: owed.kind,
    to: owed.to,
    by: owed.by ?? MACHINE,
    ...(owed.taskId === undefined ? {} : { taskId: owed.taskId }),
    attempts: 1,
    possibleDuplicate: false,
    claimedAt: now,
    state: 'CLAIMED',
  };
}

/**
 * The entry as the next sender claims it; undefined when it is settled or someone may still be sending it. Marked as a
 * possible duplicate unless the send before has certainly not gone. After too many attempts it is settled as `FAILED`.
 */
export function claim(entry: Notice, now: string): Notice | undefined {
  if (entry.why === CHILD_HAS_DIED) return againAfterUndo(entry, now);
  if (entry.state !== 'CLAIMED') return undefined;
  const isReleased = entry.why === 'NOT_SENT' || entry.why === 'MAYBE_SENT';
  if (!isReleased && Date.parse(now) < claimEndsAt(entry)) return undefined;
  const { why, ...rest } = entry;
  const next = { ...rest, attempts: entry.attempts + 1, claimedAt: now };
  if (why === 'NOT_SENT' && entry.attempts < PUT_OFF_LIMIT) return next;
  if (entry.attempts >= CUT_OFF_LIMIT) return settle(next, 'FAILED', now, { why: 'TRIED_TOO_OFTEN' });
  return { ...next, possibleDuplicate: true };
}

/** Not sent because the child was said to have died: asked for again, that was a mistake. Whether it was is read once more. */
function againAfterUndo(entry: Notice, now: string): Notice {
  const { why: _why, settledAt: _settledAt, ...rest } = entry;
  return { ...rest, state: 'CLAIMED', attempts: entry.attempts + 1, claimedAt: now };
}

/** The entry settled: what became of the notice, when, and the mail service's id or the reason as a code. */
export function settle(
  entry: Notice,
  state: 'SENT' | 'FAILED' | 'FOR_A_PERSON',
  now: string,
  detail: { readonly messageId: string } | { readonly why: string },
): Notice {
  return { ...entry, state, settledAt: now, ...detail };
}

/** The entry given up by a sender who did not get through. The next one may claim it straight away. */
export function release(entry: Notice, why: Released): Notice {
  return { ...entry, why };
}

/** The entry of a notice that the sweeper is to send from this instant on: it has certainly not gone. */
export function putOff(entry: Notice, until: string): Notice {
  const claimedAt = new Date(Date.parse(until) - CLAIM_MS).toISOString();
  return { ...entry, claimedAt, why: 'NOT_SENT' };
}

/** The first entry of a notice that waits for the digest of its person, and is the sweeper's from this instant on. */
export function heldEntry(reference: string, owed: Owed, now: string, until: string): Notice {
  return { ...putOff(firstEntry(reference, owed, now), until), heldUntil: until };
}

/** The entry of a held notice, held longer. */
export function heldLonger(entry: Notice, until: string): Notice {
  return { ...putOff(entry, until), heldUntil: until, attempts: entry.attempts + 1 };
}

/** The first entry of a notice that the sweeper sends with its next run. */
export function sentNext(reference: string, owed: Owed, now: string): Notice {
  return putOff(firstEntry(reference, owed, now), now);
}

/** The entry of a notice that waited for a digest, to be sent alone with the sweeper's next run; undefined where it does not wait. */
export function broughtForward(entry: Notice, now: string): Notice | undefined {
  const { heldUntil, ...alone } = entry;
  if (entry.state !== 'CLAIMED' || heldUntil === undefined) return undefined;
  return { ...putOff(alone, now), attempts: entry.attempts + 1 };
}

/** The entry of a notice that a person was to say instead, to be sent with the sweeper's next run after all. */
export function sentAfterAll(entry: Notice, now: string): Notice {
  const { settledAt: _settledAt, ...rest } = entry;
  return { ...putOff({ ...rest, state: 'CLAIMED' }, now), attempts: entry.attempts + 1 };
}

/** The instant at which the sweeper must look at a notice: only while it is claimed and unsettled. */
export function noticeDueAt(entry: Notice): string | undefined {
  return entry.state === 'CLAIMED' ? new Date(claimEndsAt(entry)).toISOString() : undefined;
}

function claimEndsAt({ claimedAt }: Notice): number {
  return Date.parse(claimedAt) + CLAIM_MS;
}
