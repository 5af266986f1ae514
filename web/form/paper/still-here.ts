import type { Draft } from '#domain/draft/draft.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { FormDeps } from '../deps.ts';

/**
 * Whether a draft may still be opened: one that staff enter only while whoever began it works here, by their id, and through
 * a link only where it went to their present mailbox.
 */
export async function isStillTheirs(
  deps: Pick<FormDeps, 'readTeam' | 'config'>,
  { entry }: Pick<Draft, 'entry'>,
  linkWentTo?: string,
): Promise<boolean> {
  if (!entry) return true;
  const mailbox = mailboxOfEntry(await deps.readTeam(), deps.config, entry);
  return mailbox !== undefined && (linkWentTo === undefined || sameMailbox(mailbox, linkWentTo));
}
