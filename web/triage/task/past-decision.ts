import type { Case, Decision } from '#domain/case/case.ts';
import { decisionOn } from '#domain/case/decide.ts';

/** What was decided of a task, also when other tasks were decided since: then the history says it. */
export function decisionEver(theCase: Case, taskId: string): Decision | undefined {
  return decisionOn(theCase, taskId) ?? settledDecision(theCase, taskId);
}

function settledDecision({ history }: Case, taskId: string): Decision | undefined {
  const settled = history.findLast(({ event, detail }) => event === 'DECISION_SETTLED' && detail.task === taskId);
  const recorded = history.findLast(({ event, detail }) => event === 'DECISION_RECORDED' && detail.task === taskId);
  if (!settled || !recorded) return undefined;
  const [deciderName = '', ...role] = recorded.by.split(', ');
  const { outcome = '', reason = '' } = recorded.detail;
  return {
    outcome,
    reason,
    deciderName,
    deciderRole: role.join(', '),
    decidedAt: recorded.at,
    effectiveAt: settled.at,
  };
}
