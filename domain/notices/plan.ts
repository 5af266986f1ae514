import { cameBackMark } from '../case/came-back.ts';
import type { Case } from '../case/case.ts';
import { taskKindSchema } from '../case/codes.ts';
import { deathTaskId } from '../case/death-tasks.ts';
import { endedAs } from '../case/ended-as.ts';
import { referrerOf } from '../case/referrer.ts';
import { lifeOf } from '../case/reopen.ts';
import { lastChannel } from '../case/safe-channel.ts';
import { secondLookTodoId, secondOf } from '../case/second-person.ts';
import { type Actor, referrerActor } from '../people/actor.ts';
import type { LinkPurpose } from '../people/link.ts';
import type { Staff } from '../people/on-duty.ts';
import { todoId } from '../people/todo.ts';
import { familyFacts } from '../safe-contact/family-facts.ts';
import type { Support } from '../support/support.ts';
import type { Addressees } from './addressees.ts';
import { type AskMoment, askBatch, isAskMoment } from './ask-notices.ts';
import { askedAgain, askedNow } from './asked-todos.ts';
import { isVisitMoment, type VisitMoment, visitBatch } from './assessment-notices.ts';
import { type HandOverMoment, handOverNotices } from './hand-over.ts';
import { type Hold, holdOf } from './hold.ts';
import { checkedAgainBatch, lookAgainBatch } from './look-again-notices.ts';
import { newsBackBatch } from './news-back-notices.ts';
import { type NoticeKind, noticeIdOf } from './notice.ts';
import { noticeTable } from './notice-table.ts';
import { isOfOffer, type OfferMoment, offerBatch } from './offer-notices.ts';
import { afterBounce, outcomeNotices } from './outcome-notices.ts';
import { parkedBatch } from './parked-notices.ts';
import { placeBatch } from './place-notices.ts';
import { type QuestionMoment, questionBatch } from './question-notices.ts';
import type { Audience } from './recipients.ts';
import { requestBatch } from './request-notices.ts';
import { isSharingMoment, type SharingMoment, sharingBatch } from './sharing-notices.ts';
import { escalationNotices, reminderOf, requestOf } from './task-notices.ts';

/** A point in the road of a referral at which people are owed a notice. */
export type NoticeMoment =
  | 'RECEIVED'
  | 'TASK_OPENED'
  | 'TASK_REMINDED'
  | 'PARKED'
  | 'OUTCOME'
  | 'FAMILY_UNTOLD'
  | 'FAMILY_RECEIPT'
  | 'FAMILY_ENDED'
  | 'FAMILY_CAME_BACK'
  | 'NEWS_CAME_BACK'
  | 'JOINED'
  | SharingMoment
  | 'CHILD_DIED'
  | 'WITHDRAWAL_ASKED'
  | 'WITHDRAWAL_KEPT'
  | 'LOOK_AGAIN_ASKED'
  | 'CHECKED_AGAIN'
  | AskMoment
  | 'DECIDED_WITH_SECOND'
  | 'SECOND_LOOK_ASKED'
  | 'CHANNEL_RECORDED'
  | 'CHANNEL_CONFIRMED'
  | 'PLACE_CHANGED'
  | QuestionMoment
  | VisitMoment
  | OfferMoment
  | HandOverMoment;

/** One notice that one person is owed. The id is the same whenever it is worked out again, so it can be claimed once. */
export interface Owed {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: string;
  /** The task, hand-over or TODO that it is about. */
  readonly taskId?: string;
  readonly link?: LinkPurpose;
  /** Who caused it, where that is not the service itself. */
  readonly by?: Actor;
  /** It waits for the digest of its person. */
  readonly hold?: Exclude<Hold, 'AT_ONCE'>;
  /** For the how manieth time its TODO is asked, because the email with its news came back. */
  readonly again?: number;
}

/** What is owed, before each of its addressees is known. */
interface Batch {
  readonly kinds: readonly NoticeKind[];
  /** The task or hand-over that must still be open for them to be worth anything. */
  readonly about?: string;
  /** What tells them from those of the same kind that went before. */
  readonly mark?: string;
  readonly by?: Actor | undefined;
  readonly again?: number;
}

/**
 * Every notice owed at this moment, each with a stable id. Ids have letters, digits, `-` and `_` only, because SES
 * allows no other characters in tags. Who must not be written to is still owed a notice: sending turns it over to a
 * person. `staff` are those who are asked today.
 */
export function noticesOwed(
  moment: NoticeMoment,
  theCase: Case,
  sent: Addressees,
  staff: Staff,
  support?: Support,
): readonly Owed[] {
  const audience = {
    theCase,
    staff,
    support,
    referral: { ...familyFacts(sent, theCase), referrer: referrerOf(theCase, sent) },
  };
  const { kinds, ...batch } = batchAt(moment, theCase, support);
  return kinds.flatMap((kind) => noticeTable[kind].addressee(audience).map((to) => owed(audience, kind, to, batch)));
}

function batchAt(moment: NoticeMoment, theCase: Case, support: Support | undefined): Batch {
  if (isOfOffer(moment)) return offerBatch(moment, support);
  if (moment === 'RECEIVED') return { kinds: ['ACKNOWLEDGEMENT'] };
  if (moment === 'FAMILY_RECEIPT') return { kinds: ['FAMILY_RECEIPT'] };
  if (moment === 'FAMILY_ENDED')
    return ofEnd(endedAs(theCase) === undefined ? [] : ['FAMILY_ENDED', 'TEAM_PRINT_ENDED'], theCase);
  if (moment === 'FAMILY_CAME_BACK') return { kinds: afterBounce, ...markOf(cameBackMark(theCase)) };
  if (moment === 'NEWS_CAME_BACK') return newsBackBatch(theCase);
  if (moment === 'FAMILY_UNTOLD') return ofEnd(['TEAM_FAMILY_UNTOLD'], theCase);
  if (moment === 'OUTCOME') return ofEnd(outcomeNotices(theCase), theCase);
  if (moment === 'JOINED') return { kinds: ['REFERRAL_JOINED'], ...markOf(theCase.joined?.at(-1)?.reference) };
  if (isSharingMoment(moment)) return sharingBatch(moment, theCase);
  if (moment === 'CHILD_DIED') return diedBatch(theCase);
  if (moment === 'WITHDRAWAL_ASKED' || moment === 'WITHDRAWAL_KEPT') return requestBatch(moment, theCase);
  if (moment === 'LOOK_AGAIN_ASKED') return lookAgainBatch(theCase);
  if (isAskMoment(moment)) return askBatch(moment, theCase);
  if (moment === 'CHECKED_AGAIN') return checkedAgainBatch(theCase);
  if (moment === 'DECIDED_WITH_SECOND') return aboutTodo('TEAM_SECOND_PERSON', secondOf(theCase)?.todoId);
  if (moment === 'SECOND_LOOK_ASKED') return aboutTodo('TEAM_SECOND_LOOK', secondLookTodoId(theCase));
  if (moment === 'CHANNEL_CONFIRMED') return ofEnd(printedNow(theCase), theCase);
  if (moment === 'CHANNEL_RECORDED') return aboutTodo('TEAM_CONFIRM_CHANNEL', lastChannel(theCase)?.todoId);
  if (moment === 'PLACE_CHANGED') return placeBatch(theCase);
  if (moment === 'TASK_OPENED' || moment === 'TASK_REMINDED') return taskBatch(moment, theCase);
  if (moment === 'QUESTION_ASKED' || moment === 'NOT_ANSWERED' || moment === 'ANSWER_RECORDED')
    return questionBatch(moment, theCase);
  if (isVisitMoment(moment)) return visitBatch(moment, theCase);
  if (moment === 'PARKED') return parkedBatch(theCase);
  const handOver = handOverNotices(moment, theCase);
  // Without their mailbox: the ledger holds no address.
  return handOver ? { kinds: handOver.kinds, about: handOver.id, by: referrerActor() } : { kinds: [] };
}

/** How the referral stands, as a letter to those to whom no email may go. */
function printedNow(theCase: Case): readonly NoticeKind[] {
  if (theCase.status === 'ON_WAITING_LIST') return ['TEAM_PRINT_LISTED'];
  return endedAs(theCase) === undefined ? [] : ['TEAM_PRINT_ENDED'];
}

/** A case that was reopened ends once more, and everyone hears of that too. */
function ofEnd(kinds: readonly NoticeKind[], theCase: Case): Batch {
  return { kinds, ...markOf(lifeOf(theCase)) };
}

function taskBatch(moment: 'TASK_OPENED' | 'TASK_REMINDED', { task, run }: Case): Batch {
  const kind = taskKindSchema.safeParse(task?.kind).data;
  if (!task || !kind) return { kinds: [] };
  if (moment === 'TASK_OPENED') return { kinds: [requestOf[kind]], about: task.id };
  // A restarted case counts its reminders from one again, so its run is part of the id.
  return { kinds: [reminderOf[kind], ...escalationNotices(task)], about: task.id, mark: `RUN${run}-R${task.round}` };
}

/** The task of each recording has an id of its own, so one after an undo is told of again. */
function diedBatch(theCase: Case): Batch {
  const about = deathTaskId(theCase);
  return about === undefined ? { kinds: [] } : { kinds: ['TEAM_CHILD_DIED'], about };
}

/** A notice about a TODO of its own; none where there is no such TODO. */
function aboutTodo(kind: NoticeKind, about: string | undefined): Batch {
  return about === undefined ? { kinds: [] } : { kinds: [kind], about };
}

const markOf = (mark: string | undefined) => (mark === undefined ? {} : { mark });

function owed(
  audience: Audience,
  kind: NoticeKind,
  to: string,
  { about, mark, by, again }: Omit<Batch, 'kinds'>,
): Owed {
  const { reference, task } = audience.theCase;
  const hold = holdOf(kind, to, audience.staff, task ?? undefined);
  const { link, todo } = noticeTable[kind];
  const taskId = todo
    ? todoId(reference, askedAgain(askedNow(todo, audience.theCase, audience.support), again))
    : about;
  return {
    id: noticeIdOf(kind, about, mark, to),
    kind,
    to,
    ...(taskId === undefined ? {} : { taskId }),
    ...(link === null ? {} : { link }),
    ...(by === undefined ? {} : { by }),
    ...(again === undefined ? {} : { again }),
    ...(hold === 'AT_ONCE' ? {} : { hold }),
  };
}
