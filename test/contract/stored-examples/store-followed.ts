import type { Stores } from '#adapters/records/stores.ts';
import { AT, aSession, minutesAfter } from '../samples.ts';
import type { Keep } from './store-cases.ts';

/** Stores which referrals are of a mailbox, in each state, and the session that lists them. */
export async function storeFollowed({ followed, access }: Stores, keep: Keep): Promise<void> {
  const states = {
    present: { reference: 'REF1', receivedAt: AT, asOf: 2 },
    lost: { reference: 'REF2', receivedAt: AT, asOf: 5, isLost: true },
    held: { reference: 'REF3', receivedAt: AT, asOf: 2, isHeld: true },
  };
  for (const [state, entry] of Object.entries(states)) {
    await followed.noteFollowed(`hash-${state}`, entry);
    await keep(`followed.${state}`, `FOLLOWED#hash-${state}`, 'FOLLOWED#');
  }
  const grants = [{ reference: 'REF1', purpose: 'STATUS' } as const];
  await access.saveSession({ ...aSession('s9'), audience: 'REFERRER', grants, listsUntil: minutesAfter(60) });
  await keep('session.of-a-mailbox', 'SESSION#s9', 'SESSION');
}
