import { READ_BEFORE } from '#domain/case/involvement.ts';
import type { Admitted } from '../../access/guard.ts';
import type { TaskAccess } from '../../access/staff-task.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import type { StaffDeps } from '../deps.ts';
import { closedPage, decidedPage } from './decided.ts';
import { involvementFaultWords, involvementWords } from './involvement-words.ts';

/** POST of a correction: recorded, or told what is missing with the reason kept. */
export function postInvolvement(deps: StaffDeps) {
  return async (access: TaskAccess & Admitted, fields: FormFields): Promise<HttpResponse> => {
    const { theCase, taskId, actor } = access;
    if (access.kind === 'CLOSED') return closedPage(deps, theCase, 409);
    const again = seeOther(absoluteUrl(deps.baseUrl, `/triage/tasks/${taskId}`));
    if (access.kind === 'OPEN') return again;
    const read = READ_BEFORE.filter((code) => fields[`read${code}`] !== undefined);
    const { reason = '' } = fields;
    const result = await deps.correctInvolvement(actor, { reference: theCase.reference, taskId, read, reason });
    if (result.kind === 'NOT_THEIRS') return decidedPage(deps, access, { note: involvementWords.notTheirs }, 403);
    if (!('problems' in result)) return again;
    const problems = inCommandWords(involvementFaultWords, result.problems);
    return decidedPage(deps, access, { note: '' }, 422, { problems, reason });
  };
}
