import type { Case } from '#domain/case/case.ts';
import { handOverStateOf } from '#domain/case/hand-over.ts';
import { hasFailed } from '#domain/case/unreached.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';

/** The colleague who was asked to take the case over and may still agree; null when there is none. */
export function pendingHandOver(theCase: Case, now: string) {
  const { handOver } = theCase;
  if (!handOver || handOverStateOf(theCase, handOver.id, now) !== 'OPEN') return null;
  const { id, name, email, askedAt, expiresAt } = handOver;
  const isBack = hasFailed(theCase, (notice) => notice.includes(id));
  return { name, email, askedOn: plainDate(londonDateOf(askedAt)), until: plainDate(londonDateOf(expiresAt)), isBack };
}

/** The day on which this very mailbox took the case over; null for everyone else. */
export function tookOverOn({ handedTo }: Case, mailbox: string): string | null {
  return handedTo && sameMailbox(handedTo.email, mailbox) ? plainDate(londonDateOf(handedTo.at)) : null;
}
