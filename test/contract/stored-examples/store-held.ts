import type { Stores } from '#adapters/records/stores.ts';
import { carriedAs, digestDay } from '#domain/notices/digest.ts';
import { heldEntry } from '#domain/notices/ledger.ts';
import { AT, aNotice, minutesAfter } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const reference = 'REF1';
const to = 'PERSON:sam';

/** Stores a notice that waits for the digest of its person, and a digest that told it. */
export async function storeHeld({ notices }: Stores, keep: Keep): Promise<void> {
  const owed = {
    id: 'TEAM_LISTED-PERSON-sam',
    kind: 'TEAM_LISTED',
    to,
    taskId: `${reference}-CONFIRM_BAND-1`,
  } as const;
  const held = heldEntry(reference, owed, AT, minutesAfter(60));
  await notices.claimNotice(held);
  await keep('notice.held', `REF#${reference}`, `NOTICE#${owed.id}`);
  const day = digestDay('2026-09-25');
  const sent = { state: 'SENT', settledAt: minutesAfter(60), messageId: 'm1' } as const;
  const digest = aNotice(day, 'TEAM_DIGEST-PERSON-sam', {
    kind: 'TEAM_DIGEST',
    to,
    ...sent,
    carries: [carriedAs(held)],
  });
  await notices.claimNotice(digest);
  await keep('notice.digest', `REF#${day}`, `NOTICE#${digest.id}`);
}
