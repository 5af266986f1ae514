import { withdrawalTodoId } from '../case/ask-withdrawal.ts';
import type { Case } from '../case/case.ts';
import { referrerActor } from '../people/actor.ts';
import type { NoticeKind } from './notice.ts';

const none: readonly NoticeKind[] = [];
const asked: readonly NoticeKind[] = ['TEAM_CONFIRM_WITHDRAWAL'];
const kept: readonly NoticeKind[] = ['WITHDRAWAL_KEPT'];

/** The notices of a request to withdraw. Each request has a TODO of its own, so a request after one that the family refused is told of again. */
export function requestBatch(moment: 'WITHDRAWAL_ASKED' | 'WITHDRAWAL_KEPT', theCase: Case) {
  const id = withdrawalTodoId(theCase);
  if (id === undefined) return { kinds: none };
  return moment === 'WITHDRAWAL_ASKED' ? { kinds: asked, about: id, by: referrerActor() } : { kinds: kept, mark: id };
}
