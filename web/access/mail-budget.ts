import type { Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { changeChallenge } from './challenge.ts';

export interface MailBudgetDeps {
  readonly access: AccessStore;
  readonly now: Now;
  readonly policy: Pick<Policy, 'linksAnHour'>;
}

const HOUR = 60;

const countOf = (mailbox: string) => sha256(`links to ${foldedMailbox(mailbox)}`);

/** Whether this mailbox has had an email before that anyone can cause. */
export async function isMailedBefore({ access }: Pick<MailBudgetDeps, 'access'>, mailbox: string): Promise<boolean> {
  return (await access.readChallenge(countOf(mailbox))) !== undefined;
}

/**
 * Whether one more email that anyone can cause may go to a mailbox now. It is counted before it is sent, whatever draft it
 * is about, so no number of drafts floods a mailbox. The count is of an hour, so nobody is kept waiting for longer.
 */
export async function mayMail({ access, now, policy }: MailBudgetDeps, mailbox: string): Promise<boolean> {
  const at = now();
  return changeChallenge(access, countOf(mailbox), (current) => {
    const issues = (current?.issues ?? []).filter((issue) => issue.at > plusMinutes(at, -HOUR));
    if (issues.length >= policy.linksAnHour) return { result: false };
    const counted = { issues: [...issues, { at }], sent: issues.length + 1, lastSentAt: at };
    return { next: { codeHash: '', expiresAt: at, triesLeft: 0, ...counted }, result: true };
  });
}
