import type { Case } from '#domain/case/case.ts';
import type { CaseEvent, EventName } from '#domain/case/event.ts';
import { plainDate } from '#domain/dates.ts';
import { inWords } from '../access/instants.ts';
import { outcomeInWords } from './words.ts';

const sentences: Record<EventName, string> = {
  RECEIVED: 'The referral was received',
  WORKFLOW_STARTED: 'Work on it started',
  VALIDATED: 'It was read and found complete',
  CHECKED: 'It was checked against the rules',
  STOPPED: 'It was checked against the rules and could not go on',
  HELD_AS_POSSIBLE_DUPLICATE: 'It was held, because there may be another referral of the same child',
  HELD_AS_SUSPICIOUS: 'It was held until a person had looked at it',
  REFERRER_ASKED: 'The referrer was asked for more',
  REFERRER_ANSWERED: 'The referrer answered',
  REFERRER_DID_NOT_ANSWER: 'The referrer did not answer in time',
  TRIAGE_OPENED: 'The triage team was asked to decide',
  REMINDER_DUE: 'The team was reminded',
  DECISION_RECORDED: 'A decision was recorded',
  DECISION_UNDONE: 'The decision was undone',
  DECISION_SETTLED: 'The decision took effect',
  LISTED: 'The child was put on the waiting list',
  TOLD: 'Our e-mails about the outcome were sent',
  CLOSED_UNTOLD: 'It was closed, and nobody was written to',
  NOTICE_NEEDS_A_PERSON: 'Somebody must be told by a person, not by e-mail',
  NOTICE_FAILED: 'A notice could not be delivered',
  FORWARDING_AGREED: 'The referrer confirmed that the parents agree to forwarding',
  WITHDRAWN: 'The referral was withdrawn',
  HAND_OVER_ASKED: 'A colleague of the referrer was asked to take it over',
  HANDED_OVER: 'A colleague of the referrer took it over',
  PARKED: 'It was set aside for an operator to look at',
  RESTARTED: 'Work on it started again',
};

const opened: Readonly<Record<string, string>> = {
  DUPLICATE: 'Somebody was asked to look at the possible duplicate',
  SUSPICIOUS: 'Somebody was asked to look at it first',
  REFERRER: 'The referrer was asked by e-mail',
};

const whys: Readonly<Record<string, string>> = {
  TRIAGE: 'people decide',
  NO_EVIDENCE_YET: 'no evidence has come yet',
  EVIDENCE_FAILED: 'a document cannot be used',
  INFORMATION_REQUESTED: 'the team asked a question',
  NOBODY_DECIDED: 'nobody decided in time',
};

export interface HistoryLine {
  readonly at: string;
  readonly said: string;
}

/** The history for staff: also who decided what, and why. */
export function staffHistory(theCase: Case): HistoryLine[] {
  return theCase.history.map((event) => ({ at: inWords(event.at), said: withDetail(event) }));
}

/** The history for the referrer: what happened and when, without names. */
export function plainHistory({ history }: Case): HistoryLine[] {
  const withdrawnAs = history.find(({ event }) => event === 'WITHDRAWN')?.n ?? Number.POSITIVE_INFINITY;
  // A workflow that starts only to tell people that it is withdrawn reads as if somebody worked on it again.
  const shown = history.filter(({ n, event }) => n <= withdrawnAs || !starts.includes(event));
  return shown.map(({ at, event, detail }) => ({ at: inWords(at), said: plainly(event, detail) }));
}

const starts: readonly EventName[] = ['RESTARTED', 'WORKFLOW_STARTED'];

function plainly(event: EventName, detail: CaseEvent['detail']): string {
  if (event === 'RECEIVED' && detail.arrivedOn) return `${receivedInWords(detail)} Our staff entered it`;
  if (event === 'REMINDER_DUE' && detail.kind === 'REFERRER') return 'The referrer was reminded';
  return event === 'TRIAGE_OPENED' ? (opened[detail.kind ?? ''] ?? sentences[event]) : sentences[event];
}

/** That it had come before it was entered, and when. */
function receivedInWords({ cameBy, arrivedOn = '' }: CaseEvent['detail']): string {
  return `The referral came ${cameBy === 'EMAIL' ? 'by e-mail' : 'on paper'} on ${plainDate(arrivedOn)}.`;
}

function withDetail({ event, by, detail }: CaseEvent): string {
  const sentence = sentences[event];
  if (event === 'WITHDRAWN') return `${sentence} by ${by}. Reason: ${detail.reason ?? 'none given'}`;
  if (event === 'HANDED_OVER') return `${sentence}: ${by}`;
  if (event === 'RECEIVED' && detail.arrivedOn) return `${receivedInWords(detail)} It was entered by ${by}`;
  if (event === 'REMINDER_DUE') return plainly(event, detail);
  if (event !== 'DECISION_RECORDED' && event !== 'DECISION_UNDONE') {
    if (event === 'TRIAGE_OPENED') return opened[detail.kind ?? ''] ?? sentence;
    const why = detail.why ?? detail.outcome;
    return why ? `${sentence} (${whys[why] ?? outcomeInWords(why)})` : sentence;
  }
  const reason = detail.reason ? `. Reason: ${detail.reason}` : '';
  return `${sentence} by ${by}: ${outcomeInWords(detail.outcome ?? '')}${reason}`;
}
