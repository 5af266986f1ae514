import type { Log, Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { sha256 } from '#domain/values/hash.ts';
import { changeChallenge } from './challenge.ts';

export interface MailCeilingDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly policy: Pick<Policy, 'firstLinksAnHour'>;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Whether one more mailbox that has had no link from the form before may get its first in this hour. One item counts them all,
 * so no number of drafts and addresses makes the service write to a crowd. A refusal is logged, and rings.
 */
export async function mayMailAnother({ access, now, policy, log }: MailCeilingDeps): Promise<boolean> {
  const at = now();
  const may = await changeChallenge(access, sha256(`first links in ${at.slice(0, 13)}`), (current) => {
    const sent = current?.sent ?? 0;
    if (sent >= policy.firstLinksAnHour) return { result: false };
    return { next: { codeHash: '', expiresAt: at, triesLeft: 0, sent: sent + 1, lastSentAt: at }, result: true };
  });
  if (!may) log.error('mail-ceiling-reached');
  return may;
}
