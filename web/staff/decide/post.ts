import type { Decision } from '#domain/case/case.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage, decidedPage } from './decided.ts';
import { taskPage } from './page.ts';
import { type DecisionForm, decisionFormSchema } from './schema.ts';
import { withSessionForm } from './session-form.ts';
import type { TaskAccess } from './task-access.ts';

const TOO_LATE = 'What you sent was not recorded, because this was decided first:';

/** POST of a decision: recorded, or told what is missing with everything typed kept, or told who was first. */
export function postTask(deps: StaffDeps) {
  return withSessionForm(deps, async (access, fields) => {
    const form = decisionFormSchema.parse(fields);
    const { theCase, taskId, person } = access;
    const recorded = () => seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    if (access.kind === 'DECIDED') {
      return isTheSame(form, access.decision) ? recorded() : decidedPage(deps, access, TOO_LATE, 409);
    }
    const result = await deps.recordDecision({
      reference: theCase.reference,
      taskId,
      person: person.id,
      ...form,
    });
    switch (result.kind) {
      case 'RECORDED':
        return recorded();
      case 'INVALID':
        return taskPage(deps, access, { form, problems: result.problems });
      case 'CLOSED': {
        const now = await deps.cases.readCase(theCase.reference);
        return closedPage(deps, now ?? theCase, 409);
      }
      case 'ALREADY': {
        const { decision } = result;
        if (isTheSame(form, decision)) return recorded();
        return decidedPage(deps, lostRace(access, decision, deps.now()), TOO_LATE, 409);
      }
    }
  });
}

function lostRace(access: Extract<TaskAccess, { kind: 'OPEN' }>, decision: Decision, now: string) {
  return { ...access, kind: 'DECIDED', decision, canUndo: now < decision.effectiveAt } as const;
}

/** The same person sending the very same again, by a double click or a reload, is no race. */
function isTheSame(form: DecisionForm, decision: Decision): boolean {
  const same = (typed: string, kept: string) => typed.trim() === kept;
  return (
    same(form.outcome, decision.outcome) &&
    same(form.reason, decision.reason) &&
    same(`${form.deciderName.trim()}, ${form.deciderRole}`, actorInWords(decision.by))
  );
}
