import type { Case } from '../case/case.ts';
import type { ServiceConfig } from '../service-config.ts';
import { type Addressees, sameMailbox } from './addressees.ts';
import { type Intent, referrers, triagers } from './intent.ts';

/** The reminder from which on the service manager is asked too. */
const ESCALATION = 2;

/**
 * Whom to tell that a referral was withdrawn: its referrer, and those who had been asked to decide or have the child on a
 * list. The family is the referrer's to tell, and the notice to the referrer says so.
 */
export function withdrawnNotices(theCase: Case, referral: Addressees, config: ServiceConfig): Intent[] {
  const { history } = theCase;
  const hadAskedTeam = history.some(({ event, detail }) => event === 'TRIAGE_OPENED' && detail.kind !== 'REFERRER');
  const isOnTeam = config.triagers.some((triager) => sameMailbox(triager, config.serviceManager));
  const hadAskedManager = wasListed(theCase) || history.some(isEscalation);
  return [
    ...referrers('OUTCOME_WITHDRAWN', referral),
    ...(hadAskedTeam ? triagers('TEAM_WITHDRAWN', config) : []),
    ...(hadAskedManager && !isOnTeam ? [{ kind: 'TEAM_WITHDRAWN', to: 'SERVICE_MANAGER' } as const] : []),
  ];
}

/** Whether the child has ever been on a list, so that the family may have had a letter about it. */
export function wasListed({ history }: Case): boolean {
  return history.some(({ event }) => event === 'LISTED');
}

function isEscalation({ event, detail }: Case['history'][number]): boolean {
  return event === 'REMINDER_DUE' && detail.kind !== 'REFERRER' && Number(detail.round) >= ESCALATION;
}
