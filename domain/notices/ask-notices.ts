import type { Case } from '../case/case.ts';
import { checkInMark } from '../case/check-in.ts';
import { askTodoId, lastAnswered } from '../case/family-ask.ts';
import { PLAY } from '../case/play.ts';
import type { NoticeKind } from './notice.ts';
import { schoolBatch } from './school-notices.ts';

/** A point at which people are owed a notice of what a family told or asked, or is asked itself. */
export type AskMoment = 'ASK_RECEIVED' | 'ASK_ANSWERED' | 'CHECK_IN' | 'SCHOOL_INVITED' | 'PLAY_INVITED';

const moments: ReadonlySet<string> = new Set([
  'ASK_RECEIVED',
  'ASK_ANSWERED',
  'CHECK_IN',
  'SCHOOL_INVITED',
  'PLAY_INVITED',
] satisfies AskMoment[]);

/** Whether it is of what a family told, or is asked. */
export function isAskMoment(moment: string): moment is AskMoment {
  return moments.has(moment);
}

interface AskBatch {
  readonly kinds: readonly NoticeKind[];
  readonly about?: string;
}

/** The notice of what was told last to who answers it, of the last answer to who asked, or of what the family is asked. */
export function askBatch(moment: AskMoment, theCase: Case): AskBatch {
  if (moment === 'CHECK_IN') return checkInBatch(theCase);
  if (moment === 'SCHOOL_INVITED') return schoolBatch(theCase);
  if (moment === 'PLAY_INVITED') return { kinds: ['FAMILY_PLAY', 'TEAM_PRINT_PLAY', 'TEAM_TELL_PLAY'], about: PLAY };
  const ask = moment === 'ASK_RECEIVED' ? theCase.familyAsks?.at(-1) : lastAnswered(theCase);
  const kind: NoticeKind = moment === 'ASK_RECEIVED' ? 'TEAM_ASK_RECEIVED' : 'FAMILY_ASK_ANSWERED';
  return ask ? { kinds: [kind], about: askTodoId(theCase.reference, ask.id) } : { kinds: [] };
}

/** By email, or else by a letter or a person: once each time. */
function checkInBatch(theCase: Case): AskBatch {
  const about = checkInMark(theCase);
  const kinds = ['FAMILY_CHECK_IN', 'TEAM_PRINT_CHECK_IN', 'TEAM_TELL_CHECK_IN'] as const;
  return about === undefined ? { kinds: [] } : { kinds, about };
}
