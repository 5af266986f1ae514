import type { Admitted } from '../../access/guard.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage, decidedPage } from './decided.ts';

const TOO_LATE = 'It was too late to undo this decision. It has taken effect.';
const NOT_THEIRS =
  'We did not undo it. Only the person who decided, or someone who is still asked to decide, can undo it.';

/** POST of Undo: the task is open again, or the page says that the decision has taken effect. */
export function postUndo(deps: StaffDeps) {
  return async (access: TaskAccess & Admitted): Promise<HttpResponse> => {
    const { theCase, taskId, actor: by } = access;
    const again = seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    if (access.kind === 'OPEN') return again;
    const result = await deps.undoDecision({ reference: theCase.reference, taskId, by });
    if (result.kind === 'NOT_THEIRS') return decidedPage(deps, { ...access, canUndo: false }, NOT_THEIRS, 403);
    if (result.kind !== 'TOO_LATE') return again;
    const late = { ...access, decision: result.decision, canUndo: false };
    return decidedPage(deps, late, TOO_LATE, 409);
  };
}
