import { plusMinutes } from '../values/dates.ts';
import { next } from './change.ts';
import type { Draft } from './draft.ts';

/** A function that sends a draft has certainly ended after this long, in minutes. */
const SENT_AFTER = 15;

/**
 * A form for an upload may be used for an hour after the page with it was shown, and a slow upload takes its time: by then
 * none of a draft that was erased can still arrive, in minutes.
 */
const ARRIVED_AFTER = 24 * 60;

/** True while the draft may be on its way: no one has said yet what became of an attempt at sending it. */
export function mayBeOnItsWay({ sendingAt }: Draft, now: string): boolean {
  return sendingAt !== undefined && now < plusMinutes(sendingAt, SENT_AFTER);
}

/**
 * The draft without anything that anyone typed, closed for good. What is left are the ids of its files, which say nothing
 * of anyone, until they are forgotten: now, or where an attempt at sending it was cut off, once that has certainly ended.
 */
export function erased(draft: Draft, now: string): Draft {
  const { mailbox: _, entry: __, sendingAt, ...rest } = draft;
  const bare = next(rest, now, { answers: {}, done: [], linksSentAt: [], erasedAt: now });
  return bare.dropped ? { ...bare, forgetAt: sendingAt ? plusMinutes(now, SENT_AFTER) : now } : bare;
}

/** The erased draft after its files were forgotten: to be looked at once more for what has arrived late, then never again. */
export function forgotten(draft: Draft, now: string): Draft {
  const { dropped, forgetAt: _, ...rest } = draft;
  const lastLookAt = plusMinutes(draft.erasedAt ?? now, ARRIVED_AFTER);
  const again = dropped !== undefined && now < lastLookAt;
  return next(rest, now, again ? { dropped, forgetAt: lastLookAt } : {});
}
