import type { Case } from '../case/case.ts';
import type { NoticeKind } from './notice.ts';

export type HandOverMoment = 'HAND_OVER_ASKED' | 'HANDED_OVER';

/**
 * The notices when a colleague is asked to take a case over, and once they have. `id` is that of the hand-over: what
 * belongs to an older one is no longer sent.
 */
export function handOverNotices(
  moment: HandOverMoment,
  { handOver, handedTo }: Pick<Case, 'handOver' | 'handedTo'>,
): { readonly id: string; readonly kinds: readonly NoticeKind[] } | undefined {
  if (moment === 'HAND_OVER_ASKED') return handOver && { id: handOver.id, kinds: ['HAND_OVER_REQUEST'] };
  return handedTo && { id: handedTo.id, kinds: ['HAND_OVER_GIVEN', 'HAND_OVER_TAKEN'] };
}
