import type { Draft } from './draft.ts';

/** The draft with one more sign that no person fills it in. */
export function suspected(draft: Draft): Draft {
  return { ...draft, suspicion: (draft.suspicion ?? 0) + 1 };
}

/**
 * Whether a person has to look at it first. Staff have shown by a code that they are people. How quickly it was filled in is
 * no sign: referrers have tools that do it for them, and a child would wait for it.
 */
export function isSuspect({ suspicion = 0, entry }: Draft): boolean {
  return suspicion > 0 && !entry;
}
