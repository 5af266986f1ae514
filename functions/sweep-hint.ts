import type { Hints } from '#domain/ports/stores.ts';

/** Something at which the sweeper must look: a case, a notice of it, or a draft. */
export type Hint = Awaited<ReturnType<Hints['attention']>>[number];

/** Whether this is about a case itself, not about a notice or a draft. */
export function isOfCase(hint: Hint): hint is { reference: string } {
  return 'reference' in hint && !('noticeId' in hint);
}

/** A mail service that hangs may use up a whole run: no referral waits for it. */
export function casesFirst(due: readonly Hint[]): Hint[] {
  return [...due.filter((hint) => isOfCase(hint)), ...due.filter((hint) => !isOfCase(hint))];
}
