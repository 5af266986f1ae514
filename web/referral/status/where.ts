import type { Case } from '#domain/case/case.ts';
import { shownStatus } from '#domain/case/change.ts';
import { isConfirmedDuplicate } from '#domain/case/joined.ts';
import { isStuck } from '#domain/case/tell-of-parked.ts';
import { statusInWords } from '../../components/record/status.ts';
import { JOINED, NOT_DECIDED, WAITING_FOR_YOU } from './words.ts';

/** Whether the referrer is asked something now. */
export function isAskedNow({ task, parked }: Pick<Case, 'task' | 'parked'>): boolean {
  return task?.kind === 'REFERRER' && parked === null;
}

/** Where a referral is, in words for its referrer. */
export function whereItIs(theCase: Case): string {
  if (theCase.parked && !isStuck(theCase)) return NOT_DECIDED;
  if (isConfirmedDuplicate(theCase)) return JOINED;
  return isAskedNow(theCase) ? WAITING_FOR_YOU : statusInWords(shownStatus(theCase));
}
