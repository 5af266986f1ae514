import type { Task } from '#domain/case/case.ts';
import { duplicateOutcomeSchema, suspicionOutcomeSchema, triageOutcomeSchema } from '#domain/case/codes.ts';
import type { Problem } from '#domain/problems/problems.ts';

const LONGEST_REASON = 4000;
const LONGEST_NAME = 120;

/** A decision as it was typed. */
export interface TypedDecision {
  readonly outcome: string;
  readonly reason: string;
  readonly deciderName: string;
  readonly deciderRole: string;
}

/**
 * Everything that keeps a decision from being recorded, in one list, each with what to do. A reason may be left out
 * only for an accept that follows the recommendation, and for a referral that is genuine. Source: RULES, "After
 * triage".
 */
export function decisionProblems(kind: Task['kind'], decided: TypedDecision, recommendation: string | null): Problem[] {
  const problems: Problem[] = [];
  const add = (path: string, code: string, message: string) => problems.push({ code, path, message });
  const known = outcomesOf(kind).safeParse(decided.outcome).success;
  if (!known) add('outcome', 'OUTCOME_UNKNOWN', 'Choose what is to happen with this referral');
  if (decided.reason === '' && (!known || needsReason(decided.outcome, recommendation))) {
    add('reason', 'REASON_MISSING', 'Give the reason for this decision, in words that the referrer would understand');
  }
  if (decided.reason.length > LONGEST_REASON) {
    add('reason', 'REASON_TOO_LONG', `Shorten the reason to ${LONGEST_REASON} characters or fewer`);
  }
  if (decided.deciderName === '') add('deciderName', 'NAME_MISSING', 'Enter your name');
  if (decided.deciderName.length > LONGEST_NAME)
    add('deciderName', 'NAME_TOO_LONG', 'Shorten your name to 120 characters or fewer');
  if (decided.deciderRole === '')
    add('deciderRole', 'ROLE_MISSING', 'Enter your role, for example Portage practitioner');
  if (decided.deciderRole.length > LONGEST_NAME)
    add('deciderRole', 'ROLE_TOO_LONG', 'Shorten your role to 120 characters or fewer');
  return problems;
}

function outcomesOf(kind: Task['kind']) {
  if (kind === 'SUSPICIOUS') return suspicionOutcomeSchema;
  return kind === 'TRIAGE' ? triageOutcomeSchema : duplicateOutcomeSchema;
}

function needsReason(outcome: string, recommendation: string | null): boolean {
  if (outcome === 'GENUINE_REFERRAL') return false;
  return outcome !== 'ACCEPT_INITIAL_ASSESSMENT' || recommendation === 'LIKELY_INELIGIBLE';
}
