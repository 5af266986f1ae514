import { next } from './change.ts';
import type { Draft } from './draft.ts';

/** The Idempotency-Key of one attempt at sending a draft. Making the same attempt again sends the same referral. */
export function keyOfAttempt({ id }: Pick<Draft, 'id'>, attempt: number): string {
  return `draft-${id}-${attempt}`;
}

/** The draft closed for changes while one attempt at sending it is made. */
export function asSending(draft: Draft, now: string): Draft {
  return next(draft, now, { sendingAt: now });
}

/** The draft open again after an attempt that was refused; the next attempt has a key of its own. */
export function asRefused(draft: Draft, now: string): Draft {
  const { sendingAt: _, ...open } = draft;
  return next(open, now, { attempt: draft.attempt + 1 });
}

/** The draft that has become a referral; its answers stay for the copy to print until its last day. */
export function asSent(draft: Draft, now: string, reference: string): Draft {
  const { sendingAt: _, ...closed } = draft;
  return next(closed, now, { sent: { reference, at: now } });
}
