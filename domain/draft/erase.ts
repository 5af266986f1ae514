import { plusMinutes } from '../values/dates.ts';
import { next } from './change.ts';
import type { Draft } from './draft.ts';

/** A function that sends a draft has certainly ended after this long, in minutes. */
const SENT_AFTER = 15;

/**
 * In minutes. An upload form works for an hour after its page was shown, and an upload may be slow. After this time no
 * file of an erased draft can still arrive.
 */
const ARRIVED_AFTER = 24 * 60;

/** True while the draft may be on its way: no one has said yet what became of an attempt at sending it. */
export function mayBeOnItsWay({ sendingAt }: Draft, now: string): boolean {
  return sendingAt !== undefined && now < plusMinutes(sendingAt, SENT_AFTER);
}

/**
 * The draft without anything that anyone typed, closed for good. Only the ids of its files are left, and they name no
 * one. They are forgotten now, or once a cut-off attempt at sending has certainly ended.
 */
export function erased(draft: Draft, now: string): Draft {
  const { mailbox: _, entry: __, sendingAt, ...rest } = draft;
  const bare = next(rest, now, { answers: {}, done: [], linksSentAt: [], erasedAt: now });
  return bare.dropped ? { ...bare, forgetAt: sendingAt ? plusMinutes(now, SENT_AFTER) : now } : bare;
}

/**
 * The erased draft after its files were forgotten. It is looked at one more time for late uploads, then never again.
 */
export function forgotten(draft: Draft, now: string): Draft {
  const { dropped, forgetAt: _, ...rest } = draft;
  const lastLookAt = plusMinutes(draft.erasedAt ?? now, ARRIVED_AFTER);
  const again = dropped !== undefined && now < lastLookAt;
  return next(rest, now, again ? { dropped, forgetAt: lastLookAt } : {});
}
