import type { MailboxKey } from '#domain/ports/services.ts';
import { createHashKey, type HashKeySettings } from './hash-key.ts';

/** The mailbox key, never rotated, because no referral would be found by its mailbox with another. */
export function createMailboxKey(settings: HashKeySettings): MailboxKey {
  return createHashKey(settings, 'mailbox key');
}
