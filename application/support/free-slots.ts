import { slotFreed } from '#domain/support/follow.ts';
import type { Support } from '#domain/support/support.ts';
import type { SupportDeps } from './deps.ts';
import { changeSupport } from './support-store.ts';

type FreeDeps = Pick<SupportDeps, 'supports' | 'slots' | 'now' | 'policy'>;

/**
 * Releases the claims of slots that this support gave back, and notes it. Only the claim of that very offer is released, so it may
 * run twice, and late, without taking a slot from the child who has it by then.
 */
export async function freeSlots(deps: FreeDeps, { reference, toFree = [] }: Support): Promise<void> {
  for (const { slot, offer } of toFree) {
    await deps.slots.releaseSlot(slot, offer, deps.now());
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeSupport(deps.supports, reference, (current) => slotFreed(current, moment, offer));
  }
}
