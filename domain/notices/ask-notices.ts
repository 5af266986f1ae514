import type { Case } from '../case/case.ts';
import { askTodoId, lastAnswered } from '../case/family-ask.ts';
import type { NoticeKind } from './notice.ts';

/** A point in the road of what a family told or asked at which people are owed a notice. */
export type AskMoment = 'ASK_RECEIVED' | 'ASK_ANSWERED';

/** The notice of what was told last to who answers it, or of the last answer to who asked: once for each, by its TODO. */
export function askBatch(moment: AskMoment, theCase: Case) {
  const ask = moment === 'ASK_RECEIVED' ? theCase.familyAsks?.at(-1) : lastAnswered(theCase);
  const kind: NoticeKind = moment === 'ASK_RECEIVED' ? 'TEAM_ASK_RECEIVED' : 'FAMILY_ASK_ANSWERED';
  return ask ? { kinds: [kind], about: askTodoId(theCase.reference, ask.id) } : { kinds: [] };
}
