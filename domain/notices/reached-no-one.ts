import { CHILD_HAS_DIED } from '../case/death.ts';
import type { Notice } from './notice.ts';

/** The queue of the emails that reached no one, for those who look after the service. */
export const MAIL_FAILED = 'MAIL_FAILED';

/** Given up on purpose: no one waits for it. */
const NOT_MISSED: ReadonlySet<string> = new Set(['NO_LONGER_NEEDED', 'PERSON_LEFT', CHILD_HAS_DIED]);

/** Whether an email was sent, or tried, and is known to have reached no one: it came back, was reported or was refused. No longer once someone says that nothing more is to be done. */
export function reachedNoOne({ state, why = '', putRight = [] }: Pick<Notice, 'state' | 'why' | 'putRight'>): boolean {
  if (putRight.at(-1)?.what === 'SEEN') return false;
  return state === 'BOUNCED' || state === 'COMPLAINED' || (state === 'FAILED' && !NOT_MISSED.has(why));
}
