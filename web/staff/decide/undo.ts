import type { Admitted } from '../../access/guard.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { decidedWords } from '../words.ts';
import { closedPage, decidedPage } from './decided.ts';

/** POST of Undo: the task is open again, or the page says that the decision has taken effect. */
export function postUndo(deps: StaffDeps) {
  return async (access: TaskAccess & Admitted, fields: FormFields): Promise<HttpResponse> => {
    const { theCase, taskId, actor: by } = access;
    const again = seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    if (access.kind === 'OPEN') return again;
    const result = await deps.undoDecision({ reference: theCase.reference, taskId, by, mark: fields.mark });
    if (result.kind === 'NOT_THEIRS')
      return decidedPage(
        deps,
        { ...access, canUndo: false },
        { note: decidedWords.notTheirs, title: decidedWords.notUndone },
        403,
      );
    if (result.kind === 'DECIDED_AGAIN')
      return decidedPage(
        deps,
        { ...access, decision: result.decision },
        { note: decidedWords.decidedAgain, title: decidedWords.notUndone },
        409,
      );
    if (result.kind !== 'TOO_LATE') return again;
    const late = { ...access, decision: result.decision, canUndo: false };
    return decidedPage(deps, late, { note: decidedWords.undoneTooLate, title: decidedWords.notUndone }, 409);
  };
}
