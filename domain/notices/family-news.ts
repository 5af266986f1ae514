import type { Case } from '../case/case.ts';
import { endedAs } from '../case/ended-as.ts';
import { type AskedTodo, tellOfEnd, tellOfListing, tellOfQuestion, tellOfSilence } from './asked-todos.ts';
import type { Notice } from './notice.ts';
import { type NoticeMoment, noticesOwed, type Owed } from './plan.ts';
import { questionMoments } from './question-notices.ts';
import type { Audience } from './recipients.ts';

/** What asks staff to tell a family in person what the notice of this kind says. */
export const toldInstead: ReadonlyMap<string, AskedTodo> = new Map<string, AskedTodo>([
  ['FAMILY_LETTER', tellOfListing],
  ['FAMILY_ENDED', tellOfEnd],
  ['FAMILY_ASKED', tellOfQuestion],
  ['FAMILY_NOT_ANSWERED', tellOfSilence],
]);

/** The notices by which each parent hears how the referral stands now, whatever became of them. */
export function familyNewsNow({ theCase, referral, staff }: Audience): Owed[] {
  const owed = momentsNow(theCase).flatMap((moment) => noticesOwed(moment, theCase, referral, staff));
  return owed.filter(({ kind }) => toldInstead.has(kind));
}

function momentsNow(theCase: Case): readonly NoticeMoment[] {
  if (theCase.status === 'ON_WAITING_LIST') return ['OUTCOME'];
  return endedAs(theCase) === undefined ? questionMoments(theCase) : ['FAMILY_ENDED'];
}

/** Whether a notice was not sent because a person was to tell them instead. */
export function waitedForAPerson(entry: Notice | undefined): entry is Notice {
  return entry?.state === 'FOR_A_PERSON';
}
