import type { LinkPurpose } from '../people/link.ts';
import {
  type AskedTodo,
  confirmBand,
  printAfterBounce,
  printOfEnd,
  printOfListing,
  seeStop,
  tellAfterBounce,
  tellOfEnd,
  tellOfListing,
  tellOfQuestion,
  tellOfSilence,
} from './asked-todos.ts';
import {
  type IsOver,
  never,
  onceAnswered,
  onceEnded,
  onceHandedOnAgain,
  onceHandOverIsClosed,
  onceItMoves,
  onceNotAsked,
  onceNotShared,
  onceOpened,
  onceRequestIsAnswered,
  onceTaskIsClosed,
  onceWithdrawn,
} from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import {
  type Addressee,
  managers,
  managersAfterBounce,
  managersForParents,
  managersForUnemailed,
  managersOnceListed,
  operators,
  otherThanFirst,
  parents,
  parentsToWriteTo,
  printersAfterBounce,
  printersForParents,
  referrers,
  secondPerson,
  staffWhoKnew,
  triagers,
  triagersAndManagers,
  triagersOrAsker,
} from './recipients.ts';

/** All that is particular to one kind of notice. */
export interface NoticeDefinition {
  /** The file that words it, among the templates of letters. */
  readonly template: `${string}.njk`;
  /** What the link in it is for; null where it has none. */
  readonly link: LinkPurpose | null;
  /** Whether one that was put off is given up instead of sent. */
  readonly isOver: IsOver;
  readonly addressee: Addressee;
  /** What it asks staff to do beside a task; its link opens that. */
  readonly todo?: AskedTodo;
}

const toStaff = { link: 'TASK', isOver: onceTaskIsClosed } as const;
const toReferrer = { link: 'ANSWER', isOver: onceTaskIsClosed, addressee: referrers } as const;
const outcome = { link: 'STATUS', isOver: never, addressee: referrers } as const;
const stop = { link: null, isOver: never, addressee: referrers } as const;
const toAdvisory = { link: 'SHARED', isOver: onceOpened, addressee: () => ['ADVISORY'] } as const;
const toDuty = { link: null, isOver: never, addressee: () => ['DUTY'] } as const;
const toPrint = { link: 'TASK', isOver: never } as const;
const tellFamily = { link: 'TASK', isOver: onceEnded, addressee: managersForUnemailed } as const;
const ofList = { link: null, isOver: onceWithdrawn } as const;

/** Every kind of notice, defined once: a kind that is missing here does not compile. */
export const noticeTable: Readonly<Record<NoticeKind, NoticeDefinition>> = {
  ACKNOWLEDGEMENT: { ...outcome, template: 'acknowledgement.njk' },
  TRIAGE_REQUEST: { ...toStaff, template: 'triage-request.njk', addressee: triagersOrAsker },
  TRIAGE_REMINDER: { ...toStaff, template: 'triage-reminder.njk', addressee: triagers },
  NO_DECISION: { ...toStaff, template: 'no-decision.njk', addressee: triagersAndManagers },
  STUCK: { link: null, isOver: onceItMoves, template: 'stuck.njk', addressee: managers },
  REFERRER_DELAYED: { ...outcome, template: 'referrer-delayed.njk', isOver: onceItMoves },
  NEW_LINK: { ...outcome, template: 'new-link.njk' },
  TEAM_TODO_REMINDER: { link: 'TASK', isOver: never, template: 'team-todo-reminder.njk', addressee: managers },
  TEAM_DIGEST: { link: 'TODAY', isOver: never, template: 'team-digest.njk', addressee: triagersAndManagers },
  TEAM_NEW_LINK: { link: 'TASK', isOver: never, template: 'team-new-link.njk', addressee: managers },
  TEAM_HANDED_ON: { link: null, isOver: never, template: 'team-handed-on.njk', addressee: triagers },
  OPERATOR_ESCALATION: {
    ...{ link: null, isOver: onceItMoves, template: 'operator-escalation.njk' },
    addressee: operators,
  },
  TRIAGE_ESCALATION: { ...toStaff, template: 'triage-escalation.njk', addressee: managers },
  DUPLICATE_REQUEST: { ...toStaff, template: 'duplicate-request.njk', addressee: triagers },
  DUPLICATE_REMINDER: { ...toStaff, template: 'duplicate-reminder.njk', addressee: triagers },
  SUSPICIOUS_REQUEST: { ...toStaff, template: 'suspicious-request.njk', addressee: triagers },
  SUSPICIOUS_REMINDER: { ...toStaff, template: 'suspicious-reminder.njk', addressee: triagers },
  REFERRER_REQUEST: { ...toReferrer, template: 'referrer-request.njk' },
  REFERRER_REMINDER: { ...toReferrer, template: 'referrer-reminder.njk' },
  OUTCOME_LISTED: { ...outcome, template: 'outcome-listed.njk', isOver: onceWithdrawn },
  OUTCOME_DECLINED: { ...outcome, template: 'outcome-declined.njk' },
  OUTCOME_REDIRECTED: { ...outcome, template: 'outcome-redirected.njk' },
  OUTCOME_DUPLICATE: { ...outcome, template: 'outcome-duplicate.njk' },
  REFERRAL_JOINED: { ...outcome, template: 'referral-joined.njk' },
  OUTCOME_WITHDRAWN: { ...outcome, template: 'outcome-withdrawn.njk' },
  WITHDRAWAL_KEPT: { ...outcome, template: 'withdrawal-kept.njk', isOver: onceWithdrawn },
  TEAM_CONFIRM_WITHDRAWAL: {
    ...{ link: 'TASK', isOver: onceRequestIsAnswered, template: 'team-confirm-withdrawal.njk' },
    addressee: managers,
  },
  FAMILY_RECEIPT: { template: 'family-receipt.njk', link: null, isOver: onceEnded, addressee: parentsToWriteTo },
  FAMILY_ENDED: { template: 'family-ended.njk', link: null, isOver: never, addressee: parents },
  FAMILY_DELAYED: { template: 'family-delayed.njk', link: null, isOver: onceItMoves, addressee: parentsToWriteTo },
  FAMILY_ASKED: { template: 'family-asked.njk', link: null, isOver: onceNotAsked, addressee: parents },
  FAMILY_NOT_ANSWERED: { template: 'family-not-answered.njk', link: null, isOver: onceEnded, addressee: parents },
  REFERRER_NOT_ANSWERED: { ...outcome, template: 'referrer-not-answered.njk', isOver: onceEnded },
  ANSWER_RECORDED: { ...outcome, template: 'answer-recorded.njk' },
  INFORMATION_NOT_PROVIDED: { ...stop, template: 'information-not-provided.njk', link: 'RESUBMIT' },
  TEAM_TELL_ASKED: { ...tellFamily, template: 'team-tell-asked.njk', todo: tellOfQuestion },
  TEAM_TELL_NOT_ANSWERED: { ...tellFamily, template: 'team-tell-not-answered.njk', todo: tellOfSilence },
  FAMILY_LETTER: { ...ofList, template: 'family-letter.njk', addressee: parents },
  TEAM_LISTED: {
    ...{ ...ofList, template: 'team-listed.njk', link: 'TASK', todo: confirmBand },
    addressee: managers,
  },
  TEAM_TELL_IN_PERSON: {
    ...{ ...ofList, template: 'team-tell-in-person.njk', link: 'TASK', todo: tellOfListing },
    addressee: managersForParents,
  },
  TEAM_WITHDRAWN: { ...stop, template: 'team-withdrawn.njk', addressee: staffWhoKnew },
  TEAM_CHILD_DIED: { link: 'TASK', isOver: never, template: 'team-child-died.njk', addressee: managers },
  TEAM_TELL_WITHDRAWN: {
    ...{ template: 'team-tell-withdrawn.njk', link: 'TASK', isOver: never, todo: tellOfEnd },
    addressee: managersOnceListed,
  },
  TEAM_FAMILY_UNTOLD: {
    ...{ template: 'team-family-untold.njk', link: 'TASK', isOver: never, todo: tellOfEnd },
    addressee: managers,
  },
  TEAM_LOOK_AGAIN: { link: 'TASK', isOver: onceAnswered, template: 'team-look-again.njk', addressee: managers },
  CHECKED_AGAIN: { ...outcome, template: 'checked-again.njk' },
  FAMILY_REOPENED: { template: 'family-reopened.njk', link: null, isOver: onceEnded, addressee: parentsToWriteTo },
  TEAM_STOPPED: { link: 'TASK', isOver: never, template: 'team-stopped.njk', todo: seeStop, addressee: triagers },
  TEAM_SECOND_PERSON: {
    ...{ link: 'TASK', isOver: never, template: 'team-second-person.njk' },
    addressee: secondPerson,
  },
  TEAM_SECOND_LOOK: { link: 'TASK', isOver: never, template: 'team-second-look.njk', addressee: managers },
  TEAM_CONFIRM_CHANNEL: {
    ...{ link: 'TASK', isOver: never, template: 'team-confirm-channel.njk' },
    addressee: otherThanFirst,
  },
  TEAM_CAME_BACK: {
    ...{ template: 'team-came-back.njk', link: 'TASK', isOver: never, todo: tellAfterBounce },
    addressee: managersAfterBounce,
  },
  TEAM_PRINT_LISTED: {
    ...{ ...ofList, template: 'team-print-listed.njk', link: 'TASK', todo: printOfListing },
    addressee: printersForParents,
  },
  TEAM_PRINT_ENDED: {
    ...{ ...toPrint, template: 'team-print-ended.njk', todo: printOfEnd },
    addressee: printersForParents,
  },
  TEAM_PRINT_AGAIN: {
    ...{ ...toPrint, template: 'team-print-again.njk', todo: printAfterBounce },
    addressee: printersAfterBounce,
  },
  NOT_ACCEPTED_NO_EVIDENCE: { ...stop, template: 'not-accepted-no-evidence.njk', link: 'RESUBMIT' },
  NOT_ACCEPTED_NO_CONSENT: { ...stop, template: 'not-accepted-no-consent.njk', link: 'STATUS' },
  RETURNED_INVALID: { ...stop, template: 'returned-invalid.njk', link: 'RESUBMIT' },
  REDIRECTED_EY_ADVISORY: { ...stop, template: 'redirected-ey-advisory.njk', link: 'FORWARD' },
  OUT_OF_SCOPE: { ...stop, template: 'out-of-scope.njk', link: 'STATUS' },
  ADVISORY_FORWARDED: { ...toAdvisory, template: 'advisory-forwarded.njk' },
  ADVISORY_REMINDER: { ...toAdvisory, template: 'advisory-reminder.njk' },
  ADVISORY_NEW_LINK: { ...toAdvisory, template: 'advisory-new-link.njk', isOver: onceNotShared },
  SHARED_UNOPENED: { ...stop, template: 'shared-unopened.njk', link: 'FORWARD', isOver: onceOpened },
  SHARED_OPENED: { ...stop, template: 'shared-opened.njk', link: 'FORWARD' },
  DUTY_ALERT: { ...toDuty, template: 'duty-alert.njk' },
  DUTY_ALERTS: { ...toDuty, template: 'duty-alerts.njk' },
  DUTY_CONTACT: { ...toDuty, template: 'duty-contact.njk' },
  DUTY_ALL_CLEAR: { ...toDuty, template: 'duty-all-clear.njk' },
  HAND_OVER_REQUEST: {
    ...{ template: 'hand-over-request.njk', link: 'HANDOVER', isOver: onceHandOverIsClosed },
    addressee: () => ['COLLEAGUE'],
  },
  HAND_OVER_TAKEN: {
    ...{ template: 'hand-over-taken.njk', link: 'STATUS', isOver: onceHandedOnAgain },
    addressee: () => ['REFERRER'],
  },
  HAND_OVER_GIVEN: {
    ...{ template: 'hand-over-given.njk', link: null, isOver: onceHandedOnAgain },
    addressee: () => ['EARLIER_REFERRER'],
  },
};
