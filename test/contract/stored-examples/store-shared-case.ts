import type { Stores } from '#adapters/records/stores.ts';
import { sharedOpened, sharingAgreed } from '#domain/case/shared.ts';
import { otherServiceActor, referrerActor } from '#domain/people/actor.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };

/** Shares a redirected referral with the other service, and keeps the case each time. */
export async function storeSharedCase(stores: Stores, keep: Keep, reference: string): Promise<void> {
  const change = changing(stores, keep, reference);
  await change('shared', (theCase) => sharingAgreed(theCase, moment, referrerActor('referrer01@example.org')));
  await change('shared-opened', (theCase) => sharedOpened(theCase, moment, otherServiceActor('advisory@example.org')));
}
