import type { Decision } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { serviceNameOf } from '#domain/service/description/other-services.ts';
import type { ServiceDescription } from '#domain/service/description/schema.ts';
import { timeInWords } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { outcomeInWords, suspicionOutcomes } from '../../components/record/words.ts';

/** A decision in words for staff: what, why, by whom and when. */
export function decisionInWords(decision: Decision, description: ServiceDescription) {
  return {
    outcome: outcomeInWords(decision.outcome),
    reason: decision.reason,
    message: decision.message,
    question: decision.question,
    service: serviceNameOf(decision.service, description),
    decider: actorInWords(decision.by),
    decidedAt: instantInWords(decision.decidedAt),
    isTold: !Object.hasOwn(suspicionOutcomes, decision.outcome),
    undoUntil: timeInWords(decision.effectiveAt),
  };
}
