import type { Draft } from './draft.ts';

/**
 * Whoever begins and sends a whole referral in less is hardly a person, in seconds: at least twelve pages have to be loaded,
 * filled in and sent, and this is under two seconds for each.
 */
const IMPLAUSIBLE_SECONDS = 20;

/** The draft with one more sign that no person fills it in. */
export function suspected(draft: Draft): Draft {
  return { ...draft, suspicion: (draft.suspicion ?? 0) + 1 };
}

/** The draft as it is sent, with a sign more where that was quicker than people are. What was filled in before is not timed. */
export function timed(draft: Draft, now: string): Draft {
  const isOwn = !draft.entry && draft.resubmits === undefined;
  const seconds = (Date.parse(now) - Date.parse(draft.createdAt)) / 1000;
  return isOwn && seconds < IMPLAUSIBLE_SECONDS ? suspected(draft) : draft;
}

/** Whether a person has to look at it first. Staff have shown by a code that they are people. */
export function isSuspect({ suspicion = 0, entry }: Draft): boolean {
  return suspicion > 0 && !entry;
}
