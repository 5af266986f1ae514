import type { Case } from '../case/case.ts';
import { isBackFromReferrer, waitsForAnswer } from '../case/questioned.ts';
import type { NoticeKind } from './notice.ts';

/** A point of a question to the referrer at which others hear of it, beside who is asked. */
export type QuestionMoment = 'QUESTION_ASKED' | 'NOT_ANSWERED' | 'ANSWER_RECORDED';

type Questioned = Pick<Case, 'ask' | 'askedAgain' | 'task' | 'answers'>;

/** What is due once the task of this case is opened: only of what the team asked, never of what the rules did. */
export function questionMoments(theCase: Questioned): readonly QuestionMoment[] {
  if (waitsForAnswer(theCase)) return ['QUESTION_ASKED'];
  if (theCase.task?.kind !== 'TRIAGE' || !isBackFromReferrer(theCase)) return [];
  if (theCase.askedAgain === 'NOT_ANSWERED') return ['NOT_ANSWERED'];
  return theCase.answers.at(-1)?.given ? ['ANSWER_RECORDED'] : [];
}

const kindsAt: Readonly<Record<QuestionMoment, readonly NoticeKind[]>> = {
  QUESTION_ASKED: ['FAMILY_ASKED', 'TEAM_TELL_ASKED'],
  NOT_ANSWERED: ['REFERRER_NOT_ANSWERED', 'FAMILY_NOT_ANSWERED', 'TEAM_TELL_NOT_ANSWERED'],
  ANSWER_RECORDED: ['ANSWER_RECORDED'],
};

/** The notices of this moment, told from those of an earlier question by the task; none once it has passed. */
export function questionBatch(moment: QuestionMoment, theCase: Questioned) {
  const kinds = questionMoments(theCase).includes(moment) ? kindsAt[moment] : [];
  return { kinds, ...(theCase.task ? { mark: theCase.task.id } : {}) };
}
