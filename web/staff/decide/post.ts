import { isRepeat } from '#application/triage/decision-command.ts';
import type { Decision } from '#domain/case/case.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage, decidedPage } from './decided.ts';
import { taskPage } from './page.ts';
import { withSessionForm } from './session-form.ts';
import type { TaskAccess } from './task-access.ts';
import { typedDecision } from './typed.ts';

const TOO_LATE = 'What you sent was not recorded, because this was decided first:';

/** POST of a decision: recorded, or told what is missing with everything typed kept, or told who was first. */
export function postTask(deps: StaffDeps) {
  return withSessionForm(deps, async (access, fields) => {
    const form = typedDecision(fields);
    const { theCase, taskId, person } = access;
    const typed = { reference: theCase.reference, taskId, person: person.id, ...form };
    const recorded = () => seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    if (access.kind === 'DECIDED') {
      return isRepeat(typed, access.decision) ? recorded() : decidedPage(deps, access, TOO_LATE, 409);
    }
    const result = await deps.recordDecision(typed);
    switch (result.kind) {
      case 'RECORDED':
        return recorded();
      case 'INVALID':
        return taskPage(deps, access, { form, problems: result.problems });
      case 'CLOSED': {
        const now = await deps.cases.readCase(theCase.reference);
        return closedPage(deps, now ?? theCase, 409);
      }
      case 'ALREADY':
        if (isRepeat(typed, result.decision)) return recorded();
        return decidedPage(deps, lostRace(access, result.decision, deps.now()), TOO_LATE, 409);
    }
  });
}

function lostRace(access: Extract<TaskAccess, { kind: 'OPEN' }>, decision: Decision, now: string) {
  return { ...access, kind: 'DECIDED', decision, canUndo: now < decision.effectiveAt } as const;
}
