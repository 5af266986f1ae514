import type { Case } from '#domain/case/case.ts';
import { stepResult, waitsForMeeting } from '#domain/case/waiting.ts';
import type { Now } from '#domain/ports/services.ts';
import type { StepResult } from '#domain/process/run.ts';
import type { Policy } from '#domain/service/policy.ts';
import { readTeam, type TeamDeps } from './access/read-team.ts';

export interface AnswerDeps extends TeamDeps {
  readonly policy: Policy;
  readonly now: Now;
}

/** The answer of a workflow step. The calendar of the team is read only where the next wait depends on it. */
export function answerStep(deps: AnswerDeps) {
  return async (theCase: Case): Promise<StepResult> => {
    const meetings = waitsForMeeting(theCase) ? (await readTeam(deps)()).meetings : undefined;
    return stepResult(theCase, deps.now(), deps.policy, meetings);
  };
}
