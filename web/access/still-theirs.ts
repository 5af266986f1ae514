import type { readTeam } from '#application/access/read-team.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';

export interface StillTheirsDeps {
  /** Reads the team as it is now. */
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly config: Pick<ServiceConfig, 'dutyMailbox' | 'advisoryTeacherMailbox'>;
}

/**
 * True while a draft may be opened. A draft by staff needs the person who started it to still be in the team. Its link
 * must have gone to their present mailbox.
 */
export async function isStillTheirs(
  deps: StillTheirsDeps,
  { entry }: Pick<Draft, 'entry'>,
  linkWentTo?: string,
): Promise<boolean> {
  if (!entry) return true;
  const mailbox = mailboxOfEntry(await deps.readTeam(), deps.config, entry);
  return mailbox !== undefined && (linkWentTo === undefined || sameMailbox(mailbox, linkWentTo));
}
