import { confirmBand, seeStop } from './asked-todos.ts';
import { assessmentTable } from './assessment-table.ts';
import {
  never,
  onceAnswered,
  onceAskIsAnswered,
  onceEnded,
  onceHandedOnAgain,
  onceHandOverIsClosed,
  onceItMoves,
  onceNotAsked,
  onceNotInvited,
  onceNotJoint,
  onceNotShared,
  onceOpened,
  oncePlaceChangedAgain,
  onceRequestIsAnswered,
  onceTaskIsClosed,
  onceWithdrawn,
} from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import type { NoticeDefinition } from './notice-definition.ts';
import { offerTable } from './offer-table.ts';
import {
  jointServices,
  managers,
  operators,
  otherService,
  otherThanFirst,
  parents,
  parentsToWriteTo,
  referrers,
  secondPerson,
  silentServices,
  staffWhoKnew,
  triagers,
  triagersAndManagers,
  triagersOrAsker,
  whoAsked,
} from './recipients.ts';
import { tellingTable } from './telling-table.ts';

const toStaff = { link: 'TASK', isOver: onceTaskIsClosed } as const;
const toReferrer = { link: 'ANSWER', isOver: onceTaskIsClosed, addressee: referrers } as const;
const outcome = { link: 'STATUS', isOver: never, addressee: referrers } as const;
const stop = { link: null, isOver: never, addressee: referrers } as const;
const toAdvisory = { link: 'SHARED', isOver: onceOpened, addressee: otherService } as const;
const toDecide = { link: 'SHARED', isOver: onceNotJoint } as const;
const ofJoint = { link: null, isOver: onceNotJoint, addressee: managers } as const;
const toDuty = { link: null, isOver: never, addressee: () => ['DUTY'] } as const;
const ofPlace = { isOver: oncePlaceChangedAgain } as const;
const ofList = { link: null, isOver: onceWithdrawn } as const;

/** Every kind of notice, defined once: a kind that is missing here does not compile. */
export const noticeTable: Readonly<Record<NoticeKind, NoticeDefinition>> = {
  ...tellingTable,
  ...assessmentTable,
  ...offerTable,
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
  TEAM_STARTING_SCHOOL: { link: null, isOver: never, template: 'team-starting-school.njk', addressee: managers },
  TEAM_MAIL_WAITS: { link: null, isOver: never, template: 'team-mail-waits.njk', addressee: triagersAndManagers },
  TEAM_OPENING_WAITS: { link: null, isOver: never, template: 'team-opening-waits.njk', addressee: managers },
  FAMILY_PLAY: { link: null, isOver: never, template: 'family-play.njk', addressee: parents },
  FAMILY_SCHOOL: { link: null, isOver: onceNotInvited, template: 'family-school.njk', addressee: parents },
  TEAM_LOOK_AT_LISTS: { link: null, isOver: never, template: 'team-look-at-lists.njk', addressee: managers },
  TEAM_RECORD_OPENED: { link: null, isOver: never, template: 'team-record-opened.njk', addressee: managers },
  STAFF_MAIL_FAILED: { link: null, isOver: never, template: 'staff-mail-failed.njk', addressee: operators },
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
  OUTCOME_SUPPORT_CLOSED: { ...outcome, template: 'outcome-support-closed.njk' },
  OUTCOME_TAKEN_OFF: { ...outcome, template: 'outcome-taken-off.njk' },
  FAMILY_PLACE: { ...ofPlace, template: 'family-place.njk', link: null, addressee: parents },
  REFERRER_PLACE: { ...ofPlace, template: 'referrer-place.njk', link: 'STATUS', addressee: referrers },
  REFERRER_STILL_WAITING: { link: null, isOver: never, template: 'referrer-still-waiting.njk', addressee: referrers },
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
  FAMILY_CHECK_IN: { ...ofList, template: 'family-check-in.njk', link: 'PAGE', addressee: parents },
  FAMILY_LETTER: { ...ofList, template: 'family-letter.njk', link: 'PAGE', addressee: parents },
  TEAM_LISTED: {
    ...{ ...ofList, template: 'team-listed.njk', link: 'TASK', todo: confirmBand },
    addressee: managers,
  },
  TEAM_WITHDRAWN: { ...stop, template: 'team-withdrawn.njk', addressee: staffWhoKnew },
  TEAM_CHILD_DIED: { link: 'TASK', isOver: never, template: 'team-child-died.njk', addressee: managers },
  TEAM_LOOK_AGAIN: { link: 'TASK', isOver: onceAnswered, template: 'team-look-again.njk', addressee: managers },
  TEAM_ASK_RECEIVED: {
    ...{ link: 'TASK', isOver: onceAskIsAnswered, template: 'team-ask-received.njk' },
    addressee: managers,
  },
  FAMILY_ASK_ANSWERED: {
    ...{ link: 'PAGE', isOver: never, template: 'family-ask-answered.njk' },
    addressee: whoAsked,
  },
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
  JOINT_ASKED: { ...toDecide, template: 'joint-asked.njk', addressee: jointServices },
  JOINT_REMINDER: { ...toDecide, template: 'joint-reminder.njk', addressee: silentServices },
  JOINT_ENDED: { link: null, isOver: never, template: 'joint-ended.njk', addressee: jointServices },
  TEAM_JOINT_UNANSWERED: { ...ofJoint, template: 'team-joint-unanswered.njk' },
  TEAM_JOINT_ANSWERED: { ...ofJoint, template: 'team-joint-answered.njk' },
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
