import type { DecisionCommand } from '#application/triage/decision-command.ts';
import type { FormFields } from '../http/form-body.ts';

/** What people type into the form for a decision, as they typed it. */
export type TypedDecision = Pick<DecisionCommand, 'outcome' | 'reason' | 'deciderName' | 'deciderRole'>;

/** The controls of the form; one that was not sent is blank. */
export function typedDecision({
  outcome = '',
  reason = '',
  deciderName = '',
  deciderRole = '',
}: FormFields): TypedDecision {
  return { outcome, reason, deciderName, deciderRole };
}
