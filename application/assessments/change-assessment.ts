import type { AssessmentChange, AssessmentRefusal } from '#domain/case/book-assessment.ts';
import type { Case } from '#domain/case/case.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import type { Moment } from '#domain/process/process.ts';
import { changeCase } from '../change-case.ts';
import type { CommandProblem } from '../command.ts';
import type { StepDeps } from '../step-deps.ts';
import { endTodos } from '../todos/end-todos.ts';
import type { AssessmentFault } from './assessment-command.ts';
import { followAssessment } from './follow-assessment.ts';

/** The case as it is now, or why it was not changed, or what is wrong with what was typed. */
export type AssessmentResult =
  | { readonly theCase: Case }
  | AssessmentRefusal
  | { readonly problems: readonly CommandProblem<AssessmentFault>[] };

export interface AssessmentDeps extends StepDeps {
  readonly todos: Pick<TodoStore, 'todosOf' | 'saveTodo'>;
}

/**
 * Changes the assessment of a case by one conditional write, ends what no one needs to do about it any more, and tells people.
 * `done`: what is to be finished by a person before the rest is ended. What is cut off is made good by the sweeper.
 */
export async function changeAssessment(
  deps: AssessmentDeps,
  reference: string,
  change: (current: Case, moment: Moment) => AssessmentChange,
  done: () => Promise<unknown> = async () => undefined,
): Promise<{ readonly theCase: Case } | AssessmentRefusal> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  let refused: AssessmentRefusal | undefined;
  const { theCase } = await changeCase(deps.cases, reference, (current) => {
    const changed = change(current, moment);
    refused = 'refused' in changed ? changed : undefined;
    return 'refused' in changed ? undefined : changed;
  });
  if (refused) return refused;
  await done();
  await endTodos(deps, theCase);
  await followAssessment(deps)(reference);
  return { theCase };
}
