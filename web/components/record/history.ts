import type { Case } from '#domain/case/case.ts';
import { type EventName, isKnown, isOfStaffAlone, type KnownEvent } from '#domain/case/event.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { actorInWords, mailboxOfActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { whomInWords } from './history-channels.ts';
import { withWhy } from './history-whys.ts';
import { outcomeInWords } from './words.ts';

const sentences: Record<EventName, string> = {
  RECEIVED: 'The referral was received',
  WORKFLOW_STARTED: 'Work on it started',
  VALIDATED: 'It was read and found complete',
  CHECKED: 'It was checked against the rules',
  STOPPED: 'It was checked against the rules and could not continue',
  HELD_AS_POSSIBLE_DUPLICATE: 'It was put on hold, because we may already know this child',
  HELD_AS_SUSPICIOUS: 'It was put on hold until someone checked it',
  REFERRER_ASKED: 'The referrer was asked for more information',
  REFERRER_ANSWERED: 'The referrer answered',
  REFERRER_DID_NOT_ANSWER: 'The referrer did not answer in time',
  TRIAGE_OPENED: 'The triage team was asked to decide',
  TASK_CLAIMED: 'Someone in our team claimed the task',
  TASK_RELEASED: 'The task was released',
  TASK_REASSIGNED: 'Other members of our team were asked',
  REMINDER_DUE: 'The team was reminded',
  DECISION_RECORDED: 'A decision was recorded',
  INVOLVEMENT_CORRECTED: 'It was corrected what had been read before the decision',
  DECISION_UNDONE: 'The decision was undone',
  DECISION_SETTLED: 'The decision took effect',
  LISTED: 'The child joined the waiting list',
  TOLD: 'We sent our emails about the decision',
  CLOSED_UNTOLD: 'It was closed, and no one was emailed',
  NOTICE_NEEDS_A_PERSON: 'Someone needs to be told in person, not by email',
  NOTICE_FAILED: 'An email could not be delivered',
  NOTICE_UNCERTAIN: 'An email may not have arrived',
  FORWARDING_AGREED: 'The referrer confirmed that the parents agree to share the referral',
  REFERRAL_JOINED: 'Another referral for the same child was joined to this one',
  DUPLICATE_CONTINUES: 'The other referral has ended, so this one was not closed as a duplicate',
  SHARED_RECORD_OPENED: 'The other service opened the referral',
  WITHDRAWN: 'The referral was withdrawn',
  WITHDRAWAL_ASKED: 'The referrer asked to withdraw the referral',
  WITHDRAWAL_AGREED: 'Our team spoke with the family, who agreed to withdraw',
  WITHDRAWAL_REFUSED: 'Our team spoke with the family, who want to keep the place',
  WITHDRAWAL_NOT_REACHED: 'Our team could not reach the family, so the child stays on the list',
  LOOK_AGAIN_ASKED: 'Our team was asked to check again',
  LOOK_AGAIN_ANSWERED: 'Our team answered',
  REOPENED: 'Our team reopened the referral',
  SECOND_LOOK_ASKED: 'The second person asked for the decision to be looked at again',
  SECOND_LOOK_TAKEN: 'The decision was looked at again',
  DEATH_RECORDED: 'It was recorded that the child has died. Nothing more is sent',
  DEATH_UNDONE: 'The record that the child has died was undone',
  FAMILY_EMAIL_STOPPED: 'Our team stopped our emails to the family',
  FAMILY_EMAIL_ALLOWED: 'Our team allowed our emails to the family again',
  BIRTH_DATE_CORRECTED: 'Our team corrected the date of birth',
  RESPONSIBILITY_RECORDED: 'Our team recorded who has parental responsibility',
  SAFE_CHANNEL_RECORDED: 'Our team recorded a safe way to contact a parent or carer. A second person must confirm it',
  SAFE_CHANNEL_CONFIRMED: 'A second person confirmed a safe way to contact a parent or carer',
  MAY_HEAR_RECORDED: 'Our team recorded who agreed to the referral, and who we may tell',
  CONTACT_RECORDED: 'Our team recorded new contact details of a parent or carer',
  HAND_OVER_ASKED: 'A colleague of the referrer was asked to take it over',
  HANDED_OVER: 'A colleague of the referrer took it over',
  FAMILY_TOLD: 'The family was told',
  FAMILY_NOT_TOLD: 'No one tells the family how it ended',
  STAFF_ASKED_TO_TELL: 'Our team was asked to tell the family',
  BAND_CONFIRMED: 'The place on the waiting list was confirmed',
  PARKED: 'It was put on hold for an operator to check',
  STILL_PARKED: 'Our team was told that it is still on hold',
  RESTARTED: 'Work on it started again',
};

/** What happened, in words that everyone may read. */
export function eventInWords(event: EventName): string {
  return sentences[event];
}

/** Nothing is broken: those who can decide are asked again. */
const UNDECIDED = 'No one decided in time';
const ASKED_AGAIN = 'Our team was asked to decide again';

/** The sweeper starts it again by itself, without an operator. */
const UNTIL_NEXT_TRY = 'It was put on hold until the service tries again';

const opened: ReadonlyMap<string, string> = new Map([
  ['DUPLICATE', 'Someone was asked whether it is a duplicate'],
  ['SUSPICIOUS', 'Someone was asked to check it first'],
  ['REFERRER', 'The referrer was asked by email'],
]);

export interface HistoryLine {
  readonly at: string;
  readonly said: string;
}

/** The history for staff, with who decided what and why. */
export function staffHistory({ history }: Pick<Case, 'history'>): HistoryLine[] {
  return history.map((event) => ({
    at: instantInWords(event.at),
    said: isKnown(event) ? withDetail(event) : `${LATER}, by ${actorInWords(event.by)}`,
  }));
}

/** The history for the referrer: what happened and when, without names. */
export function plainHistory({ history }: Pick<Case, 'history'>): HistoryLine[] {
  const withdrawnAs = history.find(({ event }) => event === 'WITHDRAWN')?.n ?? Number.POSITIVE_INFINITY;
  // A workflow that only tells people about the withdrawal would read as new work on the referral.
  const shown = history.filter(
    ({ n, event }) =>
      !isOfStaffAlone({ event }) && (n <= withdrawnAs || (event !== 'RESTARTED' && event !== 'WORKFLOW_STARTED')),
  );
  return shown.map((event) => ({ at: instantInWords(event.at), said: isKnown(event) ? plainly(event) : LATER }));
}

const LATER = 'Something was recorded that this page cannot show yet';

function plainly(event: KnownEvent): string {
  if (event.event === 'RECEIVED' && event.arrivedOn) return `${receivedInWords(event)} Our staff entered it`;
  if (event.event === 'REMINDER_DUE' && event.kind === 'REFERRER') return 'The referrer was reminded';
  if (event.event === 'PARKED' && event.why === DEFINITION_TOO_OLD) return UNTIL_NEXT_TRY;
  if (event.event === 'PARKED' && event.why === NOBODY_DECIDED) return UNDECIDED;
  if (event.event === 'STILL_PARKED' && event.why === NOBODY_DECIDED) return ASKED_AGAIN;
  if (event.event === 'FAMILY_TOLD') return toldInWords(event);
  if (event.event === 'FAMILY_NOT_TOLD') return withWhy(event, sentences.FAMILY_NOT_TOLD);
  if (event.event === 'LOOK_AGAIN_ANSWERED') return `${sentences[event.event]} on ${plainDate(event.on)}`;
  if (event.event === 'TRIAGE_OPENED') return opened.get(event.kind) ?? sentences[event.event];
  return sentences[event.event];
}

const arrivals: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ PAPER: ' on paper', EMAIL: ' by email', PHONE: ' by phone' }),
);

/** How and when a referral arrived that staff entered. */
function receivedInWords({ receivedVia, arrivedOn = '' }: Extract<KnownEvent, { event: 'RECEIVED' }>): string {
  return `The referral arrived${arrivals.get(receivedVia ?? '') ?? ''} on ${plainDate(arrivedOn)}.`;
}

const tellings: ReadonlyMap<string, string> = new Map(
  Object.entries({ IN_PERSON: 'in person', BY_PHONE: 'by phone', IN_WRITING: 'in writing', BY_EMAIL: 'by our email' }),
);

/** How and when the family was told, or that no one tells them. Who did, or why not, is for staff. */
function toldInWords({ how, on }: Extract<KnownEvent, { event: 'FAMILY_TOLD' }>): string {
  if (how === 'NOT_TOLD') return 'It was decided that no one tells the family';
  const way = tellings.get(how);
  return `${sentences.FAMILY_TOLD}${way ? ` ${way}` : ''}${on ? ` on ${plainDate(on)}` : ''}`;
}

function withDetail(event: KnownEvent): string {
  const sentence = plainly(event);
  const by = mailboxOfActor(event.by) ?? actorInWords(event.by);
  switch (event.event) {
    case 'RECEIVED':
      return event.arrivedOn ? `${receivedInWords(event)} It was entered by ${by}` : sentence;
    case 'WITHDRAWN':
      return `${sentence} by ${by}. Reason: ${event.text ?? 'no longer kept'}`;
    case 'WITHDRAWAL_ASKED':
    case 'WITHDRAWAL_AGREED':
    case 'WITHDRAWAL_REFUSED':
    case 'WITHDRAWAL_NOT_REACHED':
    case 'LOOK_AGAIN_ASKED':
    case 'LOOK_AGAIN_ANSWERED':
    case 'INVOLVEMENT_CORRECTED':
    case 'SECOND_LOOK_ASKED':
    case 'SECOND_LOOK_TAKEN':
    case 'FAMILY_EMAIL_STOPPED':
    case 'FAMILY_EMAIL_ALLOWED':
    case 'BIRTH_DATE_CORRECTED':
    case 'RESPONSIBILITY_RECORDED':
    case 'MAY_HEAR_RECORDED':
      return `${sentence}: ${event.text ?? 'no longer kept'}. Entered by ${by}`;
    case 'CONTACT_RECORDED':
      return `${sentence} (${whomInWords(event)}): ${event.text ?? 'no longer kept'}. Entered by ${by}`;
    case 'SAFE_CHANNEL_RECORDED':
      return `${sentence} (${whomInWords(event)}, until ${plainDate(event.until)}): ${event.text ?? 'no longer kept'}. Entered by ${by}`;
    case 'SAFE_CHANNEL_CONFIRMED':
      return `${sentence} (${whomInWords(event)}): ${by}`;
    case 'FAMILY_TOLD':
      if (event.how === 'BY_EMAIL') return sentence;
      return `${sentence}: ${event.text ?? 'no longer kept'}. Entered by ${by}`;
    case 'BAND_CONFIRMED':
      return `${sentence}: band ${event.band}, by ${by}${event.text ? `. Reason: ${event.text}` : ''}`;
    case 'REFERRAL_JOINED':
      return `${sentence}: ${event.other}, by ${by}`;
    case 'REOPENED':
    case 'HANDED_OVER':
    case 'TASK_CLAIMED':
    case 'TASK_RELEASED':
      return `${sentence}: ${by}`;
    case 'DECISION_RECORDED':
    case 'DECISION_UNDONE':
      return `${sentence} by ${by}: ${outcomeInWords(event.outcome)}${event.text ? `. Reason: ${event.text}` : ''}`;
    case 'FAMILY_NOT_TOLD':
      return sentence;
    default:
      return withWhy(event, sentence);
  }
}
