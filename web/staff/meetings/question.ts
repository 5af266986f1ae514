import type { AgendaItem } from '#application/meetings/read-agenda.ts';
import type { Case } from '#domain/case/case.ts';
import { isBackFromReferrer } from '#domain/case/questioned.ts';
import { plainDate } from '#domain/values/dates.ts';
import { meetingWords } from './words.ts';

/** How the question of the team stands, and the risk to the child that who asked saw. Blank where nothing was asked. */
export function questionView(
  theCase: Case,
  { isWaiting, waitingUntil }: Pick<AgendaItem, 'isWaiting' | 'waitingUntil'>,
) {
  const isBack = !isWaiting && isBackFromReferrer(theCase);
  const isShown = isBack || waitingUntil !== undefined;
  const back = theCase.askedAgain === 'NOT_ANSWERED' ? meetingWords.notAnswered : meetingWords.answered;
  return {
    isWaiting: isWaiting === true,
    waiting: waitingUntil === undefined ? '' : meetingWords.waiting(plainDate(waitingUntil)),
    back: isBack ? back : '',
    risk: isShown ? (theCase.ask?.riskWhileWaiting ?? '') : '',
  };
}

/** The same for a page on paper: its words only where they may be printed. Null where nothing was asked. */
export function askedIn(
  theCase: Case,
  item: Pick<AgendaItem, 'isWaiting' | 'waitingUntil'>,
  mayTell: boolean,
): { readonly stands: string; readonly risk: string; readonly question: string } | null {
  const { waiting, back, risk } = questionView(theCase, item);
  const stands = waiting || back;
  if (stands === '') return null;
  return mayTell ? { stands, risk, question: theCase.ask?.question ?? '' } : { stands, risk: '', question: '' };
}
