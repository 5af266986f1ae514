import type { Case } from '../case/case.ts';
import { lookAgainTodoId } from '../case/look-again.ts';
import { referrerActor } from '../people/actor.ts';
import type { NoticeKind } from './notice.ts';

type Asked = Pick<Case, 'reference' | 'lookAgain' | 'reopened'>;

/** The notices that ask our team to check again: once for each request, by its TODO. */
export function lookAgainBatch(theCase: Asked) {
  const about = lookAgainTodoId(theCase);
  const kinds: readonly NoticeKind[] = about === undefined ? [] : ['TEAM_LOOK_AGAIN'];
  if (about === undefined) return { kinds };
  const { by, from } = theCase.lookAgain ?? {};
  return { kinds, about, by: from === undefined ? referrerActor() : by };
}

const reopenedToFamily: readonly NoticeKind[] = ['FAMILY_REOPENED', 'TEAM_PRINT_REOPENED'];

/** What is owed once it was answered. The referrer reads it, unless others asked and the case stays closed. */
export function checkedAgainBatch(theCase: Asked) {
  const { lookAgain, reopened } = theCase;
  const mark = lookAgainTodoId(theCase);
  const isOfFamily = lookAgain?.from === 'FAMILY';
  const reopens = lookAgain?.answer?.reopens === true;
  const isOfReferrer = lookAgain?.from === undefined || lookAgain.from === 'REFERRER';
  const toReferrer: readonly NoticeKind[] = reopens || isOfReferrer ? ['CHECKED_AGAIN'] : [];
  const toFamily = reopens && (isOfFamily || reopened?.familyKnew) ? reopenedToFamily : [];
  // Who answered the family has told them.
  const inPerson: readonly NoticeKind[] = toFamily.length > 0 && !isOfFamily ? ['TEAM_TELL_REOPENED'] : [];
  return { kinds: [...toReferrer, ...toFamily, ...inPerson], ...(mark === undefined ? {} : { mark }) };
}
