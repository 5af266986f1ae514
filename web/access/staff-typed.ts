import type { DecisionCommand } from '#application/triage/typed-decision.ts';
import type { FormFields } from '../http/form-body.ts';

/** What people type into the form for a decision, as they typed it. */
export type TypedDecision = Required<Omit<DecisionCommand, 'reference' | 'taskId' | 'person'>>;

/** The controls of the form; one that was not sent is blank. */
export function typedDecision({
  outcome = '',
  service = '',
  serviceName = '',
  question = '',
  message = '',
  reason = '',
  deciderName = '',
  deciderRole = '',
}: FormFields): TypedDecision {
  return { outcome, service, serviceName, question, message, reason, deciderName, deciderRole };
}
