import type { Actor } from '../people/actor.ts';
import { isForPeople } from './asked-why.ts';
import type { Case } from './case.ts';

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
