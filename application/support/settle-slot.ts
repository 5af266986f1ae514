import { holdsSlot } from '#domain/support/offer.ts';
import { slotDueAt } from '#domain/support/slot-claim.ts';
import { offerOf } from '#domain/support/support.ts';
import type { SupportDeps } from './deps.ts';

export type SettleSlot = (slotId: string) => Promise<void>;

/**
 * Looks at a claim that is ten minutes old: one whose offer was made is kept, and an orphaned one is released. A claim is of one
 * offer, so what is released late takes a slot from no one.
 */
export function settleSlot({ supports, slots, now }: Pick<SupportDeps, 'supports' | 'slots' | 'now'>): SettleSlot {
  return async (slotId) => {
    const slot = await slots.readSlot(slotId);
    const dueAt = slot && slotDueAt(slot);
    if (!slot?.claim || dueAt === undefined || dueAt > now()) return;
    const { reference, offer: id } = slot.claim;
    const support = await supports.readSupport(reference);
    const offer = support && offerOf(support, id);
    const isMade = offer?.slot.id === slotId && holdsSlot(offer);
    await (isMade ? slots.keepSlot(slotId, id, now()) : slots.releaseSlot(slotId, id, now()));
  };
}
