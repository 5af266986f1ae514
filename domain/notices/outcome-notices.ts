import { familyAgreed } from '../case/ask-withdrawal.ts';
import { endedAtVisit } from '../case/assessment.ts';
import type { Case } from '../case/case.ts';
import { endedWithSupport } from '../case/close-support.ts';
import { isOpen, statusSchema } from '../case/codes.ts';
import { hasDied } from '../case/death.ts';
import { endedUnanswered } from '../case/questioned.ts';
import { isSuspicious } from '../case/suspicion.ts';
import { FromALaterRelease } from '../problems/errors.ts';
import type { NoticeKind } from './notice.ts';

const stops: ReadonlyMap<string, NoticeKind> = new Map<string, NoticeKind>(
  Object.entries({
    NOT_ACCEPTED_NO_EVIDENCE: 'NOT_ACCEPTED_NO_EVIDENCE',
    NOT_ACCEPTED_NO_CONSENT: 'NOT_ACCEPTED_NO_CONSENT',
    RETURNED_INVALID: 'RETURNED_INVALID',
    REDIRECTED_EY_ADVISORY: 'REDIRECTED_EY_ADVISORY',
    OUT_OF_SCOPE: 'OUT_OF_SCOPE',
  }),
);

/** Who is asked to tell a family whose email came back: by a letter, or in person where one may get none. */
export const afterBounce: readonly NoticeKind[] = ['TEAM_CAME_BACK', 'TEAM_PRINT_AGAIN'];

const listed: readonly NoticeKind[] = ['OUTCOME_LISTED', 'FAMILY_LETTER', 'TEAM_PRINT_LISTED', 'TEAM_TELL_IN_PERSON'];

/**
 * The kinds of notice that tell people how a case has gone. The family hears from the service only when the child is on
 * a list. The referrer talks through every other decision with them, and the notices to the referrer say so. Throws
 * `FromALaterRelease` for an end that this release does not know: no one must be left untold.
 */
export function outcomeNotices(theCase: Case): readonly NoticeKind[] {
  if (hasDied(theCase)) return [];
  // Our team has spoken with the family: no one else needs to.
  if (familyAgreed(theCase)) return ['OUTCOME_WITHDRAWN', 'TEAM_WITHDRAWN'];
  if (theCase.status === 'WITHDRAWN') return ['OUTCOME_WITHDRAWN', 'TEAM_WITHDRAWN', 'TEAM_TELL_WITHDRAWN'];
  // Where who decided confirmed the band with it, no one is asked for it.
  if (theCase.status === 'ON_WAITING_LIST') return hasBand(theCase) ? listed : [...listed, 'TEAM_LISTED'];
  // What was found at the first visit was told when it was recorded.
  if (endedAtVisit(theCase)) return [];
  const stop = stops.get(theCase.outcome ?? '');
  // What a computer decided alone stands before the team until a person has seen it.
  if (stop) return [stop, 'TEAM_STOPPED'];
  if (endedWithSupport(theCase)) return ['OUTCOME_SUPPORT_CLOSED', 'TEAM_TELL_CLOSED'];
  if (theCase.status === 'CLOSED') return ['OUTCOME_TAKEN_OFF'];
  if (theCase.status === 'DECLINED')
    return endedUnanswered(theCase) ? ['INFORMATION_NOT_PROVIDED'] : ['OUTCOME_DECLINED'];
  if (theCase.status === 'REDIRECTED') return ['OUTCOME_REDIRECTED'];
  if (theCase.status === 'NOT_ACCEPTED' && theCase.duplicateOf) return ['OUTCOME_DUPLICATE'];
  const isUnderWay = statusSchema.safeParse(theCase.status).success && isOpen(theCase.status);
  if (isSuspicious(theCase) || isUnderWay) return [];
  throw new FromALaterRelease('A case ended in a way that this release does not know.');
}

function hasBand({ list }: Case): boolean {
  return list !== null && list.band !== null;
}
