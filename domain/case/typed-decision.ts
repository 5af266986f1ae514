import type { Case, Decision } from './case.ts';

type Typed = Pick<Decision, 'outcome' | 'reason' | 'message' | 'question' | 'service'>;

/** The texts of a decision as they stand in the history, which the team alone reads: the reason first. */
export function historyText({ reason, message = '', question = '', service }: Typed): string {
  const parts = [
    service?.name === undefined ? '' : `Service: ${service.name}`,
    question === '' ? '' : `Question to the referrer: ${question}`,
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
export function toldOf({ outcome, message, service }: Typed): Omit<NonNullable<Case['lastDecision']>, 'at'> {
  return { outcome, ...(message ? { message } : {}), ...(service ? { service } : {}) };
}
