import type { Case } from '../case/case.ts';
import type { Intent } from './intent.ts';

export type HandOverMoment = 'HAND_OVER_ASKED' | 'HANDED_OVER';

/**
 * Whom to write to when a colleague is asked to take a case over, and once they have. `id` is that of the hand-over: what
 * belongs to an older one is not sent any more.
 */
export function handOverNotices(
  moment: HandOverMoment,
  { handOver, handedTo }: Pick<Case, 'handOver' | 'handedTo'>,
): (Intent & { readonly id: string })[] {
  if (moment === 'HAND_OVER_ASKED') {
    return handOver ? [{ id: handOver.id, kind: 'HAND_OVER_REQUEST', to: 'COLLEAGUE' }] : [];
  }
  if (!handedTo) return [];
  return [
    { id: handedTo.id, kind: 'HAND_OVER_GIVEN', to: 'EARLIER_REFERRER' },
    { id: handedTo.id, kind: 'HAND_OVER_TAKEN', to: 'REFERRER' },
  ];
}
