import { foldedMailbox } from '#domain/values/mailbox.ts';

/** The key for counting codes here, apart from triage, so that requests here never block a decision. */
export function doorOf(typed: string): string {
  return `entering referrals as ${foldedMailbox(typed)}`;
}
