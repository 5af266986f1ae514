import { expect } from 'vitest';
import type { Assessment, VisitNews } from '#domain/case/assessment-shape.ts';
import type { Case } from '#domain/case/case.ts';
import { TAKEN_OFF } from '#domain/case/change-entry.ts';
import { SUPPORT_CLOSED } from '#domain/case/close-support.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { placeOf } from '#domain/lists/place.ts';
import { visitMoment } from '#domain/notices/assessment-notices.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { notAnswered } from '#domain/support/answer.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import type { Support } from '#domain/support/support.ts';
import { caseWith, listed, offeredSupport, reference, taskOf, withdrawnAfterListing } from './sample.ts';

/** When a notice of each kind is owed; an alert to the duty mailbox has no case, a new link and a reminder no moment. */
export type Example = {
  readonly at: NoticeMoment | 'SUBMITTED';
  readonly theCase: Case;
  readonly support?: Support;
  readonly doNotContact?: true;
  readonly byPost?: true;
};

const asked = (kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS' | 'REFERRER'): Example => {
  return { at: 'TASK_OPENED', theCase: caseWith({ task: taskOf(kind) }) };
};
const late = (kind: 'TRIAGE' | 'DUPLICATE' | 'SUSPICIOUS' | 'REFERRER'): Example => {
  return { at: 'TASK_REMINDED', theCase: caseWith({ task: taskOf(kind, 2) }) };
};
const ended = (patch: Partial<Case>): Example => ({ at: 'OUTCOME', theCase: caseWith(patch) });
const onList: Example = { at: 'OUTCOME', theCase: listed('INITIAL_ASSESSMENT') };
const askedOn = { at: '2026-09-24T10:00:00.000Z', by: referrerActor() };
const place = listed('HOME_VISITING').list;
const left = { at: askedOn.at, by: askedOn.by, why: 'MOVED_AWAY', place: placeOf(place) } as const;
const moved: Example = {
  at: 'PLACE_CHANGED',
  theCase: caseWith({
    status: 'ON_WAITING_LIST',
    list: { ...place, changed: { ...askedOn, what: 'LIST_MOVED', toTell: askedOn.at } },
  }),
};
const request = { ...askedOn, reason: 'The family has moved' };
const kept = { ...request, answer: { ...askedOn, isAgreed: false } };
const toWithdraw = { ...listed('INITIAL_ASSESSMENT'), withdrawalAsked: request };
const withdrawn: Example = { at: 'OUTCOME', theCase: withdrawnAfterListing() };
const colleague = { name: 'A. Colleague', role: 'GP', email: 'colleague@example.org' };
const asks = { ...colleague, id: 'H1', by: 'referrer@example.org', askedAt: '2026-09-24T10:00:00.000Z' };
const handedTo = { ...colleague, id: 'H1', from: 'referrer@example.org', at: '2026-09-24T10:00:00.000Z' };
const before = { status: 'RECEIVED', outcome: null, next: 'TRIAGE', list: null } as const;
const death = { at: '2026-09-24T10:00:00.000Z', by: referrerActor(), before };
const handedOver: Example = { at: 'HANDED_OVER', theCase: caseWith({ handedTo }) };
const undecided: Example = {
  at: 'PARKED',
  theCase: caseWith({ task: taskOf('TRIAGE', 5), parked: { at: '2026-09-24T10:00:00.000Z', why: NOBODY_DECIDED } }),
};

const shared = { to: 'ADVISORY', agreedAt: '2026-09-24T10:00:00.000Z' };

const delayed: Example = {
  at: 'PARKED',
  theCase: caseWith({ triageSince: shared.agreedAt, parked: { at: shared.agreedAt, why: 'Bug' } }),
};

const joinedOne = {
  ...{ reference: '23456789CDF', referralOn: '2026-09-20' },
  ...{ receivedAt: '2026-09-20T10:00:00.000Z', at: '2026-09-24T10:00:00.000Z' },
};

const second = { person: seededId('triage-2@example.org'), name: 'Sam', role: 'triager' };
const decision = {
  ...{ outcome: 'DECLINE', reason: 'No', by: askedOn.by, second },
  decidedAt: askedOn.at,
  effectiveAt: askedOn.at,
};
const channel = {
  ...{ id: 'c1', place: 0, channel: 'EMAIL' as const, untilOn: '2026-12-24', basis: 'x', at: askedOn.at },
  ...{ by: personActor('pat', 'Pat', 'Manager'), reason: 'She rang us' },
};
const withSecond = caseWith({ task: { ...taskOf('TRIAGE'), decision } });

const checked = (reopens: boolean) => {
  return { ...askedOn, words: 'She is two', answer: { ...askedOn, on: '2026-09-24', words: 'We agree', reopens } };
};

const asking: Example = {
  at: 'CHECK_IN',
  theCase: { ...listed('INITIAL_ASSESSMENT'), checkIn: { n: 1, at: askedOn.at, toSend: askedOn.at } },
};

const inviting: Example = {
  at: 'SCHOOL_INVITED',
  theCase: {
    ...listed('INITIAL_ASSESSMENT'),
    school: {
      year: 2027,
      invited: { year: 2027, town: 'Taunton', at: askedOn.at, by: askedOn.by, toTell: askedOn.at },
    },
  },
};

const former: Example = {
  at: 'PLAY_INVITED',
  theCase: {
    ...caseWith({ status: 'CLOSED', next: 'DONE', outcome: 'SUPPORT_ENDED_BEFORE' }),
    imported: {
      ...{ file: 'f1', sessionsHad: 18, ended: { on: '2026-05-29', had: 'HOME_VISITING', acceptedOn: '2026-01-20' } },
      play: { at: askedOn.at, by: askedOn.by, toTell: askedOn.at },
    },
  },
};

const told = {
  ...{ id: 'a1', what: 'CHANGED' as const, from: 'FAMILY' as const, place: 0, at: askedOn.at },
  ...{ by: askedOn.by, words: 'She walks now' },
};
const toldAnswer = {
  ...{ at: askedOn.at, by: askedOn.by, how: 'PAGE' as const, on: '2026-09-24', words: 'We looked' },
};

const again: Example = {
  at: 'CHECKED_AGAIN',
  theCase: caseWith({ lookAgain: checked(true), reopened: { times: 1, ...askedOn, familyKnew: true } }),
};

const ask: Case['ask'] = { why: 'INFORMATION_REQUESTED', question: 'How?', failed: [], untilAt: null };
const question = caseWith({ ask, next: 'ASK_REFERRER', task: taskOf('REFERRER') });
const unanswered = caseWith({ ask, task: taskOf('TRIAGE'), askedAgain: 'NOT_ANSWERED' });
const byPhone = {
  ...{ at: askedOn.at, text: 'Well', evidence: [] },
  given: { name: 'A. Referrer', on: '2026-09-24', by: personActor('pat', 'Pat', 'Manager') },
};

const visit = { n: 1, on: '2026-10-06', at: '10:00', person: 'kim', by: askedOn.by, bookedAt: askedOn.at };
const waits = { bookings: 1, missed: [] };
const missedOnce = [{ n: 1, on: '2026-10-06', why: 'NOT_BROUGHT', at: askedOn.at, by: askedOn.by }] as const;
/** When there is this news about an initial assessment. */
const news = (what: VisitNews, assessment: Partial<Assessment>): Example => ({
  at: visitMoment(what),
  theCase: {
    ...listed('INITIAL_ASSESSMENT'),
    assessment: { ...waits, ...assessment, owed: { news: what, at: askedOn.at } },
  },
});
const bookedNews = news('BOOKED', { visit });
const missedNews = news('MISSED', { missed: [...missedOnce] });
const found = news('OUTCOME', { done: { on: '2026-10-06', outcome: 'HOME_VISITING', at: askedOn.at, by: askedOn.by } });
const moment = { now: askedOn.at, policyVersion: 1 };
const offered = offeredSupport();
const inSupport = caseWith({ status: 'IN_SUPPORT', next: 'DONE' });
const offering: Example = { at: 'OFFERED', theCase: inSupport, support: offered };
const answer = (what: FamilyAnswer): Example => {
  return { at: 'OFFER_ANSWERED', theCase: inSupport, support: offeredSupport(what) };
};
const silent: Example = {
  ...{ at: 'OFFER_ANSWERED', theCase: inSupport },
  support: notAnswered(offered, moment) ?? offered,
};

/** Further visits that were asked for, and those that a manager decided about. */
const extending = (at: 'EXTENSION_ASKED' | 'EXTENSION_DECIDED'): Example => {
  const asked = { id: 'X1', sessions: 4, why: 'Why', by: askedOn.by, at: askedOn.at };
  const answer = { agreed: 4, reason: 'Yes', by: askedOn.by, role: 'SERVICE_MANAGER', at: askedOn.at };
  const extensions = [at === 'EXTENSION_ASKED' ? asked : { ...asked, answer }];
  const block = { pathway: 'HOME_VISITING', practitioner: 'kim', since: askedOn.at, visits: [], extensions };
  return { at, theCase: inSupport, support: { ...offeredSupport('ACCEPTED'), status: 'STARTED', block } };
};

const closed = ended({
  ...{ status: 'CLOSED', outcome: SUPPORT_CLOSED, listedAt: askedOn.at },
  closed: { ...askedOn, why: 'FINISHED', pathway: 'HOME_VISITING' },
});

/** A child about whom two services are asked; one of them, both or none has answered. */
const joint = (at: NoticeMoment, answered: number, more: Partial<NonNullable<Case['joint']>> = {}): Example => {
  const view = { what: 'AGREE' as const, reason: 'She would enjoy it', name: 'Jo', role: 'Teacher', ...askedOn };
  const services = ['SERVICE:SERVICE_1', 'ADVISORY'].map((to, n) => {
    return { to, name: `Service ${n}`, ...(n < answered ? { view } : {}) };
  });
  const agreed = { ...askedOn, place: 0, how: 'PHONE' as const, on: '2026-09-24' };
  return { at, theCase: { ...listed('LITTLE_TREASURES'), joint: { n: 1, agreed, services, ...more } } };
};
const jointNo = { ...askedOn, isYes: false, reason: 'No', took: 'All' };

/** One for each kind: a kind that has none does not compile. */
export const examples: Record<NoticeKind, Example> = {
  OFFER: offering,
  OFFER_REMINDER: { ...offering, at: 'OFFER_REMINDED' },
  TEAM_PRINT_OFFER: { ...offering, byPost: true },
  TEAM_TELL_OFFER: { ...offering, doNotContact: true },
  OFFER_ANSWERED: answer('ACCEPTED'),
  FAMILY_OFFER_ANSWERED: answer('LATER'),
  TEAM_OFFER_ANSWERED: answer('ACCEPTED'),
  TEAM_RING_FAMILY: answer('CALL_ME'),
  OFFER_NO_ANSWER: silent,
  TEAM_EXTENSION_ASKED: extending('EXTENSION_ASKED'),
  TEAM_EXTENSION_DECIDED: extending('EXTENSION_DECIDED'),
  JOINT_ASKED: joint('JOINT_ASKED', 0),
  JOINT_REMINDER: joint('JOINT_UNANSWERED', 1),
  JOINT_ENDED: joint('JOINT_ENDED', 2, { decision: jointNo, ended: { ...askedOn, why: 'DECIDED' } }),
  TEAM_JOINT_UNANSWERED: joint('JOINT_UNANSWERED', 0),
  TEAM_JOINT_ANSWERED: joint('JOINT_ANSWERED', 2),
  ACKNOWLEDGEMENT: { at: 'RECEIVED', theCase: caseWith({}) },
  TRIAGE_REQUEST: asked('TRIAGE'),
  TRIAGE_REMINDER: late('TRIAGE'),
  TRIAGE_ESCALATION: late('TRIAGE'),
  OPERATOR_ESCALATION: {
    at: 'TASK_REMINDED',
    theCase: caseWith({ task: { ...taskOf('TRIAGE', 3), managerAt: 2, operatorAt: 3 } }),
  },
  DUPLICATE_REQUEST: asked('DUPLICATE'),
  DUPLICATE_REMINDER: late('DUPLICATE'),
  SUSPICIOUS_REQUEST: asked('SUSPICIOUS'),
  SUSPICIOUS_REMINDER: late('SUSPICIOUS'),
  REFERRER_REQUEST: asked('REFERRER'),
  REFERRER_REMINDER: late('REFERRER'),
  FAMILY_ASKED: { at: 'QUESTION_ASKED', theCase: question },
  TEAM_TELL_ASKED: { at: 'QUESTION_ASKED', theCase: question, doNotContact: true },
  FAMILY_NOT_ANSWERED: { at: 'NOT_ANSWERED', theCase: unanswered },
  REFERRER_NOT_ANSWERED: { at: 'NOT_ANSWERED', theCase: unanswered },
  TEAM_TELL_NOT_ANSWERED: { at: 'NOT_ANSWERED', theCase: unanswered, doNotContact: true },
  ANSWER_RECORDED: {
    at: 'ANSWER_RECORDED',
    theCase: { ...unanswered, askedAgain: 'ANSWERED', answers: [byPhone] },
  },
  INFORMATION_NOT_PROVIDED: ended({
    ...{ status: 'DECLINED', outcome: 'DECLINE' },
    lastDecision: { outcome: 'DECLINE', at: askedOn.at, criterion: 'INFORMATION_NOT_PROVIDED' },
  }),
  OUTCOME_LISTED: onList,
  OUTCOME_DECLINED: ended({ status: 'DECLINED', outcome: 'DECLINE' }),
  OUTCOME_REDIRECTED: ended({ status: 'REDIRECTED', outcome: 'REDIRECT' }),
  OUTCOME_DUPLICATE: ended({ status: 'NOT_ACCEPTED', outcome: 'POSSIBLE_DUPLICATE', duplicateOf: '23456789CDF' }),
  OUTCOME_WITHDRAWN: withdrawn,
  OUTCOME_TAKEN_OFF: ended({ status: 'CLOSED', outcome: TAKEN_OFF, listedAt: askedOn.at, left }),
  OUTCOME_SUPPORT_CLOSED: closed,
  TEAM_TELL_CLOSED: { ...closed, doNotContact: true },
  FAMILY_PLACE: moved,
  REFERRER_PLACE: moved,
  REFERRER_STILL_WAITING: { at: 'SUBMITTED', theCase: onList.theCase },
  TEAM_PRINT_PLACE: { ...moved, byPost: true },
  TEAM_TELL_PLACE: { ...moved, doNotContact: true },
  TEAM_CONFIRM_WITHDRAWAL: { at: 'WITHDRAWAL_ASKED', theCase: toWithdraw },
  WITHDRAWAL_KEPT: { at: 'WITHDRAWAL_KEPT', theCase: { ...toWithdraw, withdrawalAsked: kept } },
  FAMILY_LETTER: onList,
  FAMILY_RECEIPT: { at: 'FAMILY_RECEIPT', theCase: caseWith({}) },
  FAMILY_ENDED: { at: 'FAMILY_ENDED', theCase: caseWith({ status: 'DECLINED', outcome: 'DECLINE' }) },
  FAMILY_DELAYED: delayed,
  TEAM_TELL_DELAYED: { ...delayed, doNotContact: true },
  TEAM_LISTED: onList,
  TEAM_TELL_IN_PERSON: { ...onList, doNotContact: true },
  TEAM_WITHDRAWN: withdrawn,
  TEAM_TELL_WITHDRAWN: withdrawn,
  TEAM_CHILD_DIED: { at: 'CHILD_DIED', theCase: caseWith({ death }) },
  TEAM_CAME_BACK: { at: 'FAMILY_CAME_BACK', theCase: caseWith({ status: 'DECLINED', outcome: 'DECLINE' }) },
  TEAM_PRINT_LISTED: { ...onList, byPost: true },
  TEAM_PRINT_ENDED: {
    ...{ at: 'FAMILY_ENDED', theCase: caseWith({ status: 'DECLINED', outcome: 'DECLINE' }) },
    byPost: true,
  },
  TEAM_PRINT_REOPENED: { ...again, byPost: true },
  TEAM_TELL_REOPENED: { ...again, doNotContact: true },
  TEAM_PRINT_AGAIN: {
    at: 'FAMILY_CAME_BACK',
    theCase: caseWith({
      ...{ status: 'DECLINED', outcome: 'DECLINE' },
      unreached: [{ notice: 'FAMILY_ENDED-FAMILY-0', why: 'BOUNCED', cameBack: true }],
    }),
    byPost: true,
  },
  TEAM_SECOND_PERSON: { at: 'DECIDED_WITH_SECOND', theCase: withSecond },
  TEAM_SECOND_LOOK: {
    at: 'SECOND_LOOK_ASKED',
    theCase: caseWith({ secondLook: { ...askedOn, todo: `${reference}-SECOND_PERSON-1`, words: 'We did not speak' } }),
  },
  TEAM_CONFIRM_CHANNEL: { at: 'CHANNEL_RECORDED', theCase: caseWith({ safeChannels: [channel] }) },
  TEAM_FAMILY_UNTOLD: { at: 'FAMILY_UNTOLD', theCase: caseWith({ status: 'DECLINED', outcome: 'DECLINE' }) },
  TEAM_LOOK_AGAIN: {
    at: 'LOOK_AGAIN_ASKED',
    theCase: caseWith({ status: 'DECLINED', outcome: 'DECLINE', lookAgain: { ...askedOn, words: 'She is two now' } }),
  },
  FAMILY_PLAY: former,
  TEAM_PRINT_PLAY: { ...former, byPost: true },
  TEAM_TELL_PLAY: { ...former, doNotContact: true },
  FAMILY_SCHOOL: inviting,
  TEAM_PRINT_SCHOOL: { ...inviting, byPost: true },
  TEAM_TELL_SCHOOL: { ...inviting, doNotContact: true },
  FAMILY_CHECK_IN: asking,
  TEAM_PRINT_CHECK_IN: { ...asking, byPost: true },
  TEAM_TELL_CHECK_IN: { ...asking, doNotContact: true },
  TEAM_ASK_RECEIVED: { at: 'ASK_RECEIVED', theCase: caseWith({ familyAsks: [told] }) },
  FAMILY_ASK_ANSWERED: { at: 'ASK_ANSWERED', theCase: caseWith({ familyAsks: [{ ...told, answer: toldAnswer }] }) },
  CHECKED_AGAIN: { at: 'CHECKED_AGAIN', theCase: caseWith({ status: 'DECLINED', lookAgain: checked(false) }) },
  TEAM_STOPPED: ended({ status: 'OUT_OF_SCOPE', outcome: 'OUT_OF_SCOPE' }),
  FAMILY_REOPENED: again,
  ASSESSMENT_BOOKED: bookedNews,
  ASSESSMENT_MOVED: news('MOVED', { visit }),
  ASSESSMENT_REMINDER: news('REMINDER', { visit }),
  ASSESSMENT_CANCELLED: news('CANCELLED', {}),
  ASSESSMENT_MISSED: missedNews,
  ASSESSMENT_OUTCOME: found,
  ASSESSMENT_FOUND: found,
  TEAM_TELL_VISIT: { ...bookedNews, doNotContact: true },
  TEAM_TELL_ASSESSMENT: { ...missedNews, doNotContact: true },
  TEAM_PRINT_ASSESSMENT: { ...missedNews, byPost: true },
  TEAM_AFTER_MISSED: news('MISSED', { missed: [...missedOnce], asked: { at: askedOn.at, why: 'SAFETY_FLAG' } }),
  NOT_ACCEPTED_NO_EVIDENCE: ended({ status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_EVIDENCE' }),
  NOT_ACCEPTED_NO_CONSENT: ended({ status: 'NOT_ACCEPTED', outcome: 'NOT_ACCEPTED_NO_CONSENT' }),
  RETURNED_INVALID: ended({ status: 'NOT_ACCEPTED', outcome: 'RETURNED_INVALID' }),
  REDIRECTED_EY_ADVISORY: ended({ status: 'REDIRECTED', outcome: 'REDIRECTED_EY_ADVISORY' }),
  OUT_OF_SCOPE: ended({ status: 'OUT_OF_SCOPE', outcome: 'OUT_OF_SCOPE' }),
  ADVISORY_FORWARDED: { at: 'SHARED', theCase: caseWith({ shared }) },
  ADVISORY_NEW_LINK: { at: 'SUBMITTED', theCase: caseWith({ outcome: 'REDIRECTED_EY_ADVISORY', shared }) },
  ADVISORY_REMINDER: { at: 'SHARED_UNOPENED', theCase: caseWith({ shared }) },
  REFERRAL_JOINED: { at: 'JOINED', theCase: caseWith({ joined: [joinedOne] }) },
  SHARED_UNOPENED: { at: 'SHARED_UNOPENED', theCase: caseWith({ shared }) },
  SHARED_OPENED: { at: 'SHARED_OPENED', theCase: caseWith({ shared: { ...shared, openedAt: shared.agreedAt } }) },
  DUTY_ALERT: { at: 'SUBMITTED', theCase: caseWith({}) },
  DUTY_ALERTS: { at: 'SUBMITTED', theCase: caseWith({}) },
  DUTY_CONTACT: { at: 'SUBMITTED', theCase: caseWith({}) },
  DUTY_ALL_CLEAR: { at: 'SUBMITTED', theCase: caseWith({}) },
  HAND_OVER_REQUEST: {
    at: 'HAND_OVER_ASKED',
    theCase: caseWith({ handOver: { ...asks, expiresAt: '2026-10-22T10:00:00.000Z' } }),
  },
  HAND_OVER_TAKEN: handedOver,
  HAND_OVER_GIVEN: handedOver,
  NO_DECISION: undecided,
  STUCK: { at: 'PARKED', theCase: caseWith({ parked: { at: '2026-09-24T10:00:00.000Z', why: 'Bug' } }) },
  REFERRER_DELAYED: undecided,
  NEW_LINK: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_TODO_REMINDER: { at: 'SUBMITTED', theCase: listed('INITIAL_ASSESSMENT') },
  TEAM_NEW_LINK: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_DIGEST: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_MAIL_WAITS: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_OPENING_WAITS: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_STARTING_SCHOOL: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_LOOK_AT_LISTS: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_HANDED_ON: { at: 'SUBMITTED', theCase: caseWith({}) },
  TEAM_RECORD_OPENED: { at: 'SUBMITTED', theCase: caseWith({}) },
  STAFF_MAIL_FAILED: { at: 'SUBMITTED', theCase: caseWith({}) },
};

/** The example of a kind that is owed once a case has begun: no such notice is owed to a draft. */
export function afterSubmission(kind: NoticeKind): Example & { readonly at: NoticeMoment } {
  const { at, ...example } = examples[kind];
  return at === 'SUBMITTED' ? expect.fail(`${kind} is owed to no draft.`) : { ...example, at };
}
