import { openRequest, withdrawalTodoId } from '../case/ask-withdrawal.ts';
import type { Case } from '../case/case.ts';
import { isOpen } from '../case/codes.ts';
import { isAskOpen } from '../case/family-ask.ts';
import { isJointOpen } from '../case/joint.ts';
import { lookAgainTodoId, openLookAgain } from '../case/look-again.ts';
import { placeMark } from '../case/place-told.ts';
import { isSchoolOver } from '../case/school.ts';
import { sharedWithNow } from '../case/shares.ts';
import { familyHearsOfDelay } from '../case/tell-of-parked.ts';
import { liveBlock } from '../support/block.ts';
import { openExtension } from '../support/extension.ts';
import { openOffer, type Support } from '../support/support.ts';
import type { Notice } from './notice.ts';

/** Whether a notice that was put off no longer helps: what it asks for is done, or what it says is untrue. */
export type IsOver = (entry: Pick<Notice, 'taskId'>, theCase: Case, support?: Support) => boolean;

/** News that stays true, however late it comes. */
export const never: IsOver = () => false;

/** The task that it asks for is closed, and its link with it. */
export const onceTaskIsClosed: IsOver = ({ taskId }, { task }) => taskId !== undefined && task?.id !== taskId;

/** The case has ended: that people will read it is untrue. */
export const onceEnded: IsOver = (_, { status }) => !isOpen(status);

/** The team waits for no answer of the referrer any more. */
export const onceNotAsked: IsOver = (_, { next }) => next !== 'ASK_REFERRER';

/** The child is not invited to Starting School any more. */
export const onceNotInvited: IsOver = (_, theCase) => isSchoolOver(theCase);

/** No fault delays the referral any more that its family is to hear of. */
export const onceNoFaultDelays: IsOver = (_, theCase) => !familyHearsOfDelay(theCase);

/** The child is no longer on a list. */
export const onceWithdrawn: IsOver = (_, { status }) => status === 'WITHDRAWN' || status === 'CLOSED';

/** The child is on no list any more, or the place was changed again, which is told by itself. */
export const oncePlaceChangedAgain: IsOver = ({ taskId }, theCase) =>
  taskId !== undefined && !taskId.endsWith(placeMark(theCase) ?? ' ');

/** The request to withdraw that it asks about was answered, or another was made. */
export const onceRequestIsAnswered: IsOver = ({ taskId }, theCase) =>
  openRequest(theCase) === undefined || withdrawalTodoId(theCase) !== taskId;

/** What the referrer asked the team to check again was answered. */
export const onceAnswered: IsOver = ({ taskId }, theCase) =>
  openLookAgain(theCase) === undefined || lookAgainTodoId(theCase) !== taskId;

/** What was told or asked has its answer. */
export const onceAskIsAnswered: IsOver = ({ taskId = '' }, theCase) => !isAskOpen(theCase, taskId);

/** The other service has opened the referral. */
export const onceOpened: IsOver = (_, { shared }) => shared?.openedAt !== undefined;

/** The other service may no longer read the referral. */
export const onceNotShared: IsOver = (_, theCase) => sharedWithNow(theCase).length === 0;

/** Other services decide with us no more: it is decided, or the parents no longer agree. */
export const onceNotJoint: IsOver = (_, theCase) => !isJointOpen(theCase);

/** The hand-over that it asks for was answered, replaced or called off. */
export const onceHandOverIsClosed: IsOver = ({ taskId }, { handOver, status }) =>
  handOver?.id !== taskId || !isOpen(status);

/** The case was handed over once more. */
export const onceHandedOnAgain: IsOver = ({ taskId }, { handedTo }) => handedTo?.id !== taskId;

/** The visit that it names is booked no more, or at another time. */
export const onceVisitMoved: IsOver = ({ taskId = '' }, { assessment, status }) =>
  status !== 'ON_WAITING_LIST' || !taskId.endsWith(`-${assessment?.visit?.n}`);

/** Someone has decided what happens after missed visits. */
export const onceNotAskedAfter: IsOver = (_, { assessment }) => assessment?.asked === undefined;

/** People have decided or answered, or a parked case without a task is at work again. */
export const onceItMoves: IsOver = ({ taskId }, { task, parked }) =>
  taskId === undefined ? parked === null : task?.id !== taskId || task.decision !== undefined;

/** The offer that it is about was answered, or has ended, or so has the case. */
export const onceOfferIsClosed: IsOver = ({ taskId }, { status }, support) =>
  !isOpen(status) || support === undefined || openOffer(support)?.id !== taskId;

/** No offer is open any more: what staff would tell of it is over. */
export const onceNothingIsOffered: IsOver = (_, { status }, support) =>
  !isOpen(status) || support === undefined || openOffer(support) === undefined;

/** No extension of the visits waits for a decision any more. */
export const onceNoExtensionIsAsked: IsOver = (_, { status }, support) => {
  const block = support && liveBlock(support);
  return !isOpen(status) || block === undefined || openExtension(block) === undefined;
};
