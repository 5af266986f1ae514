import { isRepeat } from '#application/triage/decision-command.ts';
import type { Decision } from '#domain/case/case.ts';
import type { OpenTask, TaskAccess } from '../../access/staff-task.ts';
import { commandOf, typedDecision } from '../../access/staff-typed.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage, decidedPage } from './decided.ts';
import { decisionWords } from './decision-words.ts';
import { taskPage } from './page.ts';
import { withPageKept } from './page-as-sent.ts';
import { previewPage } from './preview.ts';

const TOO_LATE = 'We did not record what you sent, because someone decided this first.';

/**
 * POST of a decision: told what is missing with everything typed kept, or who was first, or shown what it will send. Recorded
 * where that is confirmed, and where nobody outside is told.
 */
export function postTask(deps: StaffDeps) {
  return async (access: TaskAccess, fields: FormFields): Promise<HttpResponse> => {
    const form = typedDecision(fields);
    const { theCase, taskId } = access;
    const typed = commandOf(access, form);
    const recorded = () => seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    if (access.kind === 'DECIDED') {
      return isRepeat(typed, access.decision)
        ? recorded()
        : decidedPage(deps, access, { note: TOO_LATE, typed: form }, 409);
    }
    if (fields.change !== undefined) return taskPage(deps, access, { form, problems: [] });
    const preview = fields.confirm === undefined ? await previewPage(deps, access, form) : undefined;
    if (preview) return preview;
    const result = await deps.recordDecision(await withPageKept(deps, access, typed));
    switch (result.kind) {
      case 'RECORDED':
        return recorded();
      case 'INVALID':
        return taskPage(deps, access, { form, problems: inCommandWords(decisionWords, result.problems) });
      case 'CLOSED': {
        const now = await deps.cases.readCase(theCase.reference);
        return closedPage(deps, now ?? theCase, 409);
      }
      case 'ALREADY':
        if (isRepeat(typed, result.decision)) return recorded();
        return decidedPage(deps, lostRace(access, result.decision, deps.now()), { note: TOO_LATE, typed: form }, 409);
    }
  };
}

function lostRace(access: OpenTask, decision: Decision, now: string) {
  return { ...access, kind: 'DECIDED', decision, canUndo: now < decision.effectiveAt } as const;
}
