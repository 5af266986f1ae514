import type { Case } from '../case/case.ts';
import { type Actor, referrerActor } from '../people/actor.ts';
import type { Intent } from './intent.ts';

export type HandOverMoment = 'HAND_OVER_ASKED' | 'HANDED_OVER';

/**
 * Whom to write to when a colleague is asked to take a case over, and once they have. `id` is that of the hand-over: what
 * belongs to an older one is not sent any more.
 */
export function handOverNotices(
  moment: HandOverMoment,
  { handOver, handedTo }: Pick<Case, 'handOver' | 'handedTo'>,
): (Intent & { readonly id: string; readonly by: Actor })[] {
  // Without their mailbox: the ledger holds no address.
  const by = referrerActor();
  if (moment === 'HAND_OVER_ASKED') {
    return handOver ? [{ id: handOver.id, kind: 'HAND_OVER_REQUEST', to: 'COLLEAGUE', by }] : [];
  }
  if (!handedTo) return [];
  return [
    { id: handedTo.id, kind: 'HAND_OVER_GIVEN', to: 'EARLIER_REFERRER', by },
    { id: handedTo.id, kind: 'HAND_OVER_TAKEN', to: 'REFERRER', by },
  ];
}
