import { plainDate } from '../values/dates.ts';
import type { Case, Decision } from './case.ts';
import { INFORMATION_NOT_PROVIDED } from './questioned.ts';

type Typed = Omit<Decision, 'by' | 'decidedAt' | 'effectiveAt'>;

/** The texts of a decision as they stand in the history, which the team alone reads: the reason first. */
export function historyText(decided: Typed): string {
  const {
    reason,
    message = '',
    question = '',
    riskWhileWaiting = '',
    service,
    list,
    band,
    meeting,
    second,
    urgentBecause = '',
    tellsOfOther = false,
  } = decided;
  const criterion = decided.criterion?.toLowerCase().replaceAll('_', ' ');
  const parts = [
    list === undefined ? '' : `Waiting list: ${list.locality}`,
    band === undefined ? '' : `Band: ${band}`,
    criterion === undefined ? '' : `Criterion: ${criterion}`,
    meeting === undefined ? '' : `Triage meeting on ${plainDate(meeting.on)}. Present: ${meeting.present.join(', ')}`,
    second === undefined
      ? ''
      : `Second person: ${second.name}, ${second.role}. Why it could not wait: ${urgentBecause}`,
    tellsOfOther ? 'Each referrer is told that another professional has referred the same child' : '',
    service?.name === undefined ? '' : `Service: ${service.name}`,
    question === '' ? '' : `Question to the referrer: ${question}`,
    riskWhileWaiting === '' ? '' : `Risk while we wait: ${riskWhileWaiting}`,
    message === '' ? '' : `Message to the referrer and the family: ${message}`,
  ];
  const others = parts.filter((part) => part !== '');
  return reason === '' && others.length > 0 ? ['None given', ...others].join('\n\n') : [reason, ...others].join('\n\n');
}

/** What the referrer is asked; blank where nobody typed a question. An earlier release asked the reason, and said so. */
export function questionOf({ question, reason }: Pick<Decision, 'question' | 'reason'>): string {
  return question ?? reason;
}

/** What the case keeps of a decision for the pages and emails of those outside: never its reason. */
export function toldOf({ outcome, message, service, criterion }: Typed): Omit<NonNullable<Case['lastDecision']>, 'at'> {
  const unanswered = criterion === INFORMATION_NOT_PROVIDED ? { criterion } : {};
  return { outcome, ...(message ? { message } : {}), ...(service ? { service } : {}), ...unanswered };
}
