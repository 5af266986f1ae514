import { foldedMailbox } from '#domain/values/mailbox.ts';

/** Codes for this door are counted apart from those of triage: whoever asks for them here keeps nobody from a decision. */
export function doorOf(typed: string): string {
  return `entering referrals as ${foldedMailbox(typed)}`;
}
