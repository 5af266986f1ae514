import { receptionStart } from '../rules/age.ts';
import type { Policy } from '../service/policy.ts';

interface Leaver {
  readonly dob: string;
  /** The most that the child had: a pathway of RULES, or null for nothing. */
  readonly previousIntervention: string | null;
  /** The year of the summer term in which the sessions run. */
  readonly summerTerm: number;
}

/**
 * Whether a child is invited to the Starting School sessions of a summer term. Yes for those who start school the
 * coming September and had home visiting or the Portage group. The published text is silent on another pathway alone,
 * so a person decides (`REVIEW`).
 */
export function startingSchool({ dob, previousIntervention, summerTerm }: Leaver, policy: Policy) {
  const starts = receptionStart(dob, policy);
  const isComing = starts === `${summerTerm}-09-01` && previousIntervention !== null;
  const isNamed = previousIntervention === 'HOME_VISITING' || previousIntervention === 'PORTAGE_GROUP';
  return { receptionStart: starts, invited: isComing && (isNamed || ('REVIEW' as const)) };
}
