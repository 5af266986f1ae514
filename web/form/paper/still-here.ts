import type { Draft } from '#domain/draft/draft.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import type { FormDeps } from '../deps.ts';

/**
 * True while a draft may be opened. A draft by staff needs the person who started it to still be in the team. Its link
 * must have gone to their present mailbox.
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
