import { type DueRow, isWhen } from '../process/rows.ts';
import { plusMinutes } from '../values/dates.ts';
import { CLAIM_MS } from './ledger.ts';

/** So often at least the mail service or the table did not answer: what is sent for the second time may be under way. */
const TRIED = 3;
const CLAIM_MINUTES = CLAIM_MS / 60_000;

/** Up to which instant notices are due that no one has settled by now: each claim of one puts it off by so much. */
export function unsettledUntil(now: string): string {
  return plusMinutes(now, CLAIM_MINUTES);
}

/**
 * Since when at least a notice is not settled; undefined where it is under way for the first or second time. One that the mail
 * service does not take is claimed anew with each try, so it is hardly ever overdue.
 */
export function unsettledSince({ dueAt, attempts = 1 }: Pick<DueRow, 'dueAt' | 'attempts'>, now: string) {
  if (dueAt > now && attempts < TRIED) return undefined;
  if (!isWhen(dueAt)) return dueAt;
  return plusMinutes(dueAt, -attempts * CLAIM_MINUTES);
}
