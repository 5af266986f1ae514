import type { Actor } from '../people/actor.ts';
import type { Todo } from '../people/todo.ts';
import { isForPeople } from './asked-why.ts';
import type { Case } from './case.ts';
import { DELAYED } from './told.ts';

type Questioned = Pick<Case, 'ask' | 'askedAgain'>;

/** Whether the team reads this again because a question of its own was answered, or was not in time. */
export function isBackFromReferrer(theCase: Questioned): boolean {
  const { askedAgain } = theCase;
  return isForPeople(theCase) && (askedAgain === 'ANSWERED' || askedAgain === 'NOT_ANSWERED');
}

/** The member of staff to whom it returns: who asked. Undefined where no one of the team did, or an earlier release stored it. */
export function askerOf(theCase: Questioned): Actor | undefined {
  return isBackFromReferrer(theCase) ? theCase.ask?.by : undefined;
}

/** Whether the team reads the referral already, and waits for the referrer to answer what it asked. */
export function waitsForAnswer({ ask, task }: Pick<Case, 'ask' | 'task'>): boolean {
  return task?.kind === 'REFERRER' && isForPeople({ ask });
}

/** What a family is told about when the team has asked the referrer, and when no answer came. */
export const ASKED = 'ASKED';
export const NOT_ANSWERED = 'NOT_ANSWERED';

/** Tells the present question from others of the same case: the number of its task. */
export function questionMark({ task }: Pick<Case, 'task'>): string {
  return task?.id.split('-').at(-1) ?? '';
}

/** Whether someone still needs to tell the family of this question: it waits, or its silence was not decided on yet. */
export function isQuestionOf({ id, why }: Pick<Todo, 'id' | 'why'>, theCase: Questioned & Pick<Case, 'task'>): boolean {
  const stands = why === ASKED ? waitsForAnswer(theCase) : isBackFromReferrer(theCase);
  return stands && id.endsWith(questionMark(theCase));
}

/** What the family was told about by this TODO: of each question, and each fault, on its own. */
export function toldByTodo({ id, why }: Pick<Todo, 'id' | 'why'>): string {
  const isOfOneTime = why === ASKED || why === NOT_ANSWERED || why === DELAYED;
  return isOfOneTime ? `${why}-${id.split('-').at(-1)}` : why;
}

/** The code on which only a person may close a referral whose last question was not answered in time. */
export const INFORMATION_NOT_PROVIDED = 'INFORMATION_NOT_PROVIDED';

/** Whether a decision can rest on that. */
export function isUnanswered({ ask }: Pick<Case, 'ask'>): boolean {
  return isForPeople({ ask }) && ask?.notAnsweredAt !== undefined;
}

/** Whether someone closed the referral on that, so that the referrer can send it again. */
export function endedUnanswered({ outcome, lastDecision }: Pick<Case, 'outcome' | 'lastDecision'>): boolean {
  return outcome === 'DECLINE' && lastDecision?.criterion === INFORMATION_NOT_PROVIDED;
}

/** Whether staff can still record an answer: while the referrer is asked, and after the deadline until someone decides. */
export function takesRecordedAnswer({ ask, task }: Pick<Case, 'ask' | 'task'>): boolean {
  if (!task || task.decision) return false;
  return waitsForAnswer({ ask, task }) || (task.kind === 'TRIAGE' && isUnanswered({ ask }));
}
