import type { Case } from '#domain/case/case.ts';
import { isKnown, type KnownEvent } from '#domain/case/event.ts';
import { isOfStaffAlone } from '#domain/case/of-staff-alone.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { actorInWords, mailboxOfActor } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { askInWords } from './ask-words.ts';
import { eventInWords } from './event-words.ts';
import { familyToldInWords } from './family-told.ts';
import { whomInWords } from './history-channels.ts';
import { withWhy } from './history-whys.ts';
import { reviewInWords } from './review-words.ts';
import { outcomeInWords } from './words.ts';

/** Nothing is broken: those who can decide are asked again. */
const UNDECIDED = 'No one decided in time';
const ASKED_AGAIN = 'Our team was asked to decide again';

/** The service manager stands in where no one is an operator. */
const OPERATOR_TOLD = 'Those who run the service were told that no one had decided';

const TEAM_NOT_REACHED = 'An email to a member of our team could not be delivered';
const NEXT_ASKED = `${TEAM_NOT_REACHED}. Someone else was asked in their place`;

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
  if (event.event === 'ESCALATED' && event.to === 'OPERATOR') return OPERATOR_TOLD;
  if (event.event === 'PARKED' && event.why === DEFINITION_TOO_OLD) return UNTIL_NEXT_TRY;
  if (event.event === 'PARKED' && event.why === NOBODY_DECIDED) return UNDECIDED;
  if (event.event === 'STILL_PARKED' && event.why === NOBODY_DECIDED) return ASKED_AGAIN;
  if (event.event === 'FAMILY_TOLD') return familyToldInWords(event);
  if (event.event === 'FAMILY_NOT_TOLD') return withWhy(event, eventInWords('FAMILY_NOT_TOLD'));
  if (event.event === 'NOTICE_FAILED' && event.person !== undefined)
    return event.next === undefined ? TEAM_NOT_REACHED : NEXT_ASKED;
  if (event.event === 'LOOK_AGAIN_ANSWERED') return `${eventInWords(event.event)} on ${plainDate(event.on)}`;
  if (event.event === 'TRIAGE_OPENED') return opened.get(event.kind) ?? eventInWords(event.event);
  if (event.event === 'TASK_CLAIMED' && event.for)
    return 'The task was claimed for the person who asked, or who covers for them';
  if (event.event === 'REFERRER_ANSWERED' && event.givenOn)
    return `Our team recorded an answer that was given on ${plainDate(event.givenOn)}`;
  return eventInWords(event.event);
}

const arrivals: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({ PAPER: ' on paper', EMAIL: ' by email', PHONE: ' by phone', IMPORT: ' elsewhere' }),
);

/** How and when a referral arrived that staff entered. */
function receivedInWords({ receivedVia, arrivedOn = '' }: Extract<KnownEvent, { event: 'RECEIVED' }>): string {
  return `The referral arrived${arrivals.get(receivedVia ?? '') ?? ''} on ${plainDate(arrivedOn)}.`;
}

/** What someone typed, with one mark at its end, before more is said. */
function asSentence(text = 'no longer kept'): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
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
    case 'LETTER_NOT_POSTED':
    case 'MAY_HEAR_RECORDED':
      return `${sentence}: ${asSentence(event.text)} Entered by ${by}`;
    case 'SAFE_CHANNEL_REFUSED':
    case 'CONTACT_RECORDED':
      return `${sentence} (${whomInWords(event)}): ${asSentence(event.text)} Entered by ${by}`;
    case 'ASK_RECEIVED':
      return `${sentence} (${askInWords(event.what)}): ${asSentence(event.text || 'Without words')} Entered by ${by}`;
    case 'ASK_ANSWERED':
      return `${sentence} (${askInWords(event.what)}, on ${plainDate(event.on)}): ${asSentence(event.text)} Entered by ${by}`;
    case 'FAMILY_PAGE_AGREED':
      return `${sentence} (${whomInWords({ ...event, channel: '' })}): ${asSentence(event.text)} Entered by ${by}`;
    case 'JOINT_AGREED':
    case 'JOINT_WITHDRAWN':
      return `${sentence}: ${by}`;
    case 'JOINT_VIEW_GIVEN':
      return `${sentence}: ${asSentence(event.text)} ${event.name}, ${event.role}`;
    case 'JOINT_DECIDED':
      return `${sentence}: ${event.isYes ? 'yes' : 'no'}. Reason: ${asSentence(event.text)} Entered by ${by}`;
    case 'FAMILY_PAGES_CLOSED':
      return `${sentence}: ${by}`;
    case 'FAMILY_PAGE_GIVEN':
      return `${sentence} (${whomInWords({ ...event, channel: event.how })}): ${by}`;
    case 'SAFE_CHANNEL_RECORDED':
      return `${sentence} (${whomInWords(event)}, until ${plainDate(event.until)}): ${asSentence(event.text)} Entered by ${by}`;
    case 'SAFE_CHANNEL_CONFIRMED':
      return `${sentence} (${whomInWords(event)}): ${by}`;
    case 'FAMILY_TOLD':
      if (event.how === 'BY_EMAIL') return sentence;
      if (event.how === 'BY_POST') return `${sentence}. Entered by ${by}`;
      return `${sentence}: ${asSentence(event.text)} Entered by ${by}`;
    case 'BAND_CONFIRMED':
      return `${sentence}: band ${event.band}, by ${by}${event.text ? `. Reason: ${event.text}` : ''}`;
    case 'REFERRAL_JOINED':
      return `${sentence}: ${event.other}, by ${by}`;
    case 'TOLD_APART':
      return `${sentence}: referral ${event.other}. Reason: ${event.text ?? 'no longer kept'}. Entered by ${by}`;
    case 'WAIT_REVIEWED':
      return `${sentence} (family told on ${plainDate(event.on)}): ${[...reviewInWords(event), ...(event.text === undefined && event.offering ? [] : [event.text])].map(asSentence).join(' ')} Entered by ${by}`;
    case 'STOP_SEEN':
      return `${sentence}: ${by}${event.text ? `. Note: ${event.text}` : ''}`;
    case 'DUE_DATE_MOVED':
      return `${sentence}: by ${instantInWords(event.to)}, and not by ${instantInWords(event.from)}. The calendar was changed by ${by}`;
    case 'REOPENED':
    case 'HANDED_OVER':
    case 'TASK_RELEASED':
      return `${sentence}: ${by}`;
    case 'TASK_CLAIMED':
      return event.for ? sentence : `${sentence}: ${by}`;
    case 'REFERRER_ANSWERED':
      return event.givenOn ? `${sentence} by ${event.text ?? 'someone'}. Entered by ${by}` : sentence;
    case 'DECISION_RECORDED':
    case 'DECISION_UNDONE':
      return `${sentence} by ${by}: ${outcomeInWords(event.outcome)}${event.text ? `. Reason: ${event.text}` : ''}`;
    case 'DEATH_RECORDED':
    case 'TASK_REASSIGNED':
    case 'TODO_HANDED_ON':
      return event.text ? `${sentence}: ${by}. Reason: ${event.text}` : sentence;
    case 'RESTARTED':
    case 'NOTICE_PUT_RIGHT':
    case 'CONTACT_CHECK_ASKED':
    case 'LEGAL_HOLD_SET':
    case 'LEGAL_HOLD_LIFTED':
      if (event.by.kind === 'MACHINE') return sentence;
      return `${sentence}: ${by}${event.text ? `. Reason: ${event.text}` : ''}`;
    case 'FAMILY_NOT_TOLD':
      return sentence;
    default:
      return withWhy(event, sentence);
  }
}
