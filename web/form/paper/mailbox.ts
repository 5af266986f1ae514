import { foldedMailbox } from '#domain/values/mailbox.ts';
import type { CodeDoor } from '../../access/codes.ts';

/** The key for counting codes here, apart from triage, so that requests here never block a decision. */
export function doorOf(typed: string): CodeDoor {
  return { mailbox: `entering referrals as ${foldedMailbox(typed)}`, through: 'the page for paper referrals' };
}
