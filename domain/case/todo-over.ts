import type { Todo } from '../people/todo.ts';
import { openRequest, withdrawalTodoId } from './ask-withdrawal.ts';
import { isAskedAfter, newsIn, whyVisitIsOver } from './assessment.ts';
import type { Case } from './case.ts';
import { CHECK_IN, checkInMark, isCheckInOver } from './check-in.ts';
import { isOpen } from './codes.ts';
import { isContactToCheck } from './contact-check.ts';
import { isAskOpen } from './family-ask.ts';
import { lookAgainTodoId, openLookAgain } from './look-again.ts';
import { minutedTask } from './minute.ts';
import { PLACE, placeMark } from './place-told.ts';
import { ASKED, isQuestionOf, NOT_ANSWERED } from './questioned.ts';
import { lifeOf } from './reopen.ts';
import { isToConfirm } from './safe-channel.ts';
import { isSafePlaceToLook } from './safe-place.ts';
import { isSchoolOver, SCHOOL, schoolMark } from './school.ts';
import { decisionOfTodo } from './second-person.ts';
import { familyHearsOfDelay } from './tell-of-parked.ts';
import { DELAYED, ENDED, LISTED, REOPENED } from './told.ts';

/** What tells a family how their referral stands. */
const TELLING = ['TELL_IN_PERSON', 'PRINT_LETTER'];

/**
 * Why no one needs to do a TODO any more, as a code; undefined while someone does. What the referrer asked may have been
 * answered, what was minuted may be decided, a band may be confirmed, a child who has left the list has none, and a reopened case has not ended.
 */
export function whyTodoIsOver({ id, kind, why }: Todo, theCase: Case): string | undefined {
  if (kind === 'CONFIRM_WITHDRAWAL') {
    return openRequest(theCase) && withdrawalTodoId(theCase) === id ? undefined : 'NOT_ASKED';
  }
  if (kind === 'ANSWER_FAMILY') return isAskOpen(theCase, id) ? undefined : 'NOT_ASKED';
  if (kind === 'LOOK_AGAIN') return openLookAgain(theCase) && lookAgainTodoId(theCase) === id ? undefined : 'NOT_ASKED';
  const minuted = minutedTask(id);
  if (minuted !== undefined) return theCase.task?.id === minuted ? undefined : 'DECIDED';
  if (kind === 'CONFIRM_CHANNEL') return isToConfirm(theCase, { id }) ? undefined : 'NOT_ASKED';
  if (kind === 'LOOK_AT_SAFE_PLACE') return isSafePlaceToLook(theCase, { id }) ? undefined : 'NOT_ASKED';
  if (kind === 'CHECK_CONTACT') return isContactToCheck(theCase, { id }) ? undefined : 'NOT_ASKED';
  if (kind === 'SECOND_PERSON') return decisionOfTodo(theCase, { id }) ? undefined : 'UNDONE';
  const isOfQuestion = kind === 'TELL_IN_PERSON' && (why === ASKED || why === NOT_ANSWERED);
  if (isOfQuestion) return isQuestionOf({ id, why }, theCase) ? undefined : 'NOT_ASKED';
  if (TELLING.includes(kind) && why === REOPENED) return isReopened(id, theCase) ? undefined : 'DECIDED';
  if (TELLING.includes(kind) && why === DELAYED) return isDelayed(id, theCase) ? undefined : 'NOT_DELAYED';
  if (kind === 'AFTER_MISSED') return isAskedAfter(id, theCase) ? undefined : 'DECIDED';
  if (kind === 'REVIEW_WAIT') return mayWait(theCase) ? undefined : 'NOT_LISTED';
  if (newsIn(why)) return whyVisitIsOver(why, theCase);
  if (TELLING.includes(kind) && why === PLACE)
    return theCase.status === 'IN_SUPPORT' || id.endsWith(placeMark(theCase) ?? ' ') ? undefined : 'CHANGED_AGAIN';
  if (TELLING.includes(kind) && why === CHECK_IN)
    return !isCheckInOver(theCase) && id.endsWith(checkInMark(theCase) ?? ' ') ? undefined : 'ASKED_AGAIN';
  if (TELLING.includes(kind) && why === SCHOOL)
    return !isSchoolOver(theCase) && id.endsWith(schoolMark(theCase) ?? ' ') ? undefined : 'NOT_ASKED';
  const isOfEnd = kind === 'SEE_STOP' || (TELLING.includes(kind) && why === ENDED);
  if (isOfEnd) return theCase.reopened && isOpen(theCase.status) ? 'REOPENED' : undefined;
  const isOfList = kind === 'CONFIRM_BAND' || (TELLING.includes(kind) && why === LISTED);
  if (kind === 'CONFIRM_BAND' && theCase.list && theCase.list.band !== null) return 'CONFIRMED';
  return isOfList && theCase.status !== 'ON_WAITING_LIST' ? 'NOT_LISTED' : undefined;
}

/** Whether the child can wait still: on a list of the case, or of the support that follows it. */
function mayWait({ status }: Case): boolean {
  return status === 'ON_WAITING_LIST' || status === 'IN_SUPPORT';
}

/** Whether what this reopened has not been decided once more. */
function isReopened(id: string, theCase: Case): boolean {
  const { status } = theCase;
  return isOpen(status) && status !== 'ON_WAITING_LIST' && id.endsWith(lifeOf(theCase) ?? ' ');
}

/** Whether the fault that this is about still holds the case up. */
function isDelayed(id: string, theCase: Case): boolean {
  return familyHearsOfDelay(theCase) && id.endsWith(`${DELAYED}${theCase.run}`);
}

/** Whether its task is decided but can come back: until that can be undone no longer, nothing is done about the TODO. */
export function mayComeBack({ id }: Todo, { task }: Case): boolean {
  return task?.decision !== undefined && task.id === minutedTask(id);
}
