import { isSetService, serviceNamed } from '../people/services.ts';
import { ADVISORY_TEACHERS, redirectedTo } from '../service/description/other-services.ts';
import type { Case, RedirectedTo } from './case.ts';

type Redirected = Pick<Case, 'outcome' | 'lastDecision'>;

/** The services of the description that have a mailbox here, by code, as notices address them. So has each that the team has set. */
const mailboxes: ReadonlyMap<string, string> = new Map([[ADVISORY_TEACHERS, 'ADVISORY']]);

/** Whether the service with this code can be sent a referral. */
export function hasMailbox(code: string): boolean {
  return mailboxOf(code) !== undefined;
}

function mailboxOf(code: string): string | undefined {
  return isSetService(code) ? serviceNamed(code) : mailboxes.get(code);
}

/** The service that the rules or the triage team redirected this referral to; undefined where neither did, or none was chosen. */
export function otherServiceOf(theCase: Redirected): RedirectedTo | undefined {
  return theCase.outcome === 'REDIRECTED_EY_ADVISORY' ? { code: ADVISORY_TEACHERS } : redirectedTo(theCase);
}

/**
 * The mailbox to which this referral can be sent once the parents agree, as notices address it. Undefined where no decision
 * that stands redirected it, and for a service whose mailbox is not known.
 */
export function canBeSentTo(theCase: Redirected): string | undefined {
  return mailboxOf(otherServiceOf(theCase)?.code ?? '');
}
