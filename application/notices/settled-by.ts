import type { Destination } from '#domain/notices/addressees.ts';
import * as ledger from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { Mailer } from '#domain/ports/services.ts';

/** What became of one notice: it went, a person must see to it, or it is sent to no one. */
export type Outcome = Exclude<Destination, { address: string }> | Awaited<ReturnType<Mailer['send']>>;

/** The entry as this outcome settles it. */
export function settledBy(entry: Notice, outcome: Outcome, now: string): Notice {
  if ('messageId' in outcome) return ledger.settle(entry, 'SENT', now, { messageId: outcome.messageId });
  if ('forAPerson' in outcome) return ledger.settle(entry, 'FOR_A_PERSON', now, { why: outcome.forAPerson });
  return ledger.settle(entry, 'FAILED', now, { why: 'left' in outcome ? outcome.left : outcome.refused });
}
