import type { Case, Decision } from '#domain/case/case.ts';
import type { Person } from '#domain/people/person.ts';
import { describeService } from '#domain/service/description.ts';
import { decisionInWords } from '../decide/decision-view.ts';
import { howDecided } from '../decide/how-decided.ts';
import { involvementView } from '../decide/involvement-view.ts';
import type { StaffDeps } from '../deps.ts';
import { recordAt } from './address.ts';

/** Every decision that stands, the oldest first: what was decided and how, and where the page is that was seen before. */
export function decisionsOf(deps: StaffDeps, theCase: Case, person: Person) {
  const description = describeService(deps.policy, deps.config.description);
  return decisionsIn(theCase).map(({ taskId, decision }) => ({
    ...decisionInWords(decision, description),
    how: howDecided(decision, deps.policy),
    involved: involvementView({ decision, person })?.rows ?? null,
    pageAt: decision.page === undefined ? '' : pageAt(theCase.reference, taskId),
  }));
}

/** Where the page is shown that was seen before the decision on this task, below the base. */
export function pageAt(reference: string, taskId: string): string {
  return `${recordAt(reference)}/tasks/${taskId}/page`;
}

function decisionsIn({ task, decisions }: Case): { readonly taskId: string; readonly decision: Decision }[] {
  const settled = decisions.map((decision) => ({ taskId: decision.taskId, decision }));
  return task?.decision ? [...settled, { taskId: task.id, decision: task.decision }] : settled;
}
