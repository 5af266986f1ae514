import { callerOf } from '#domain/draft/draft.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { openUpload } from './open-upload.ts';
import { slotAt } from './slot.ts';

/** GET: opens one file of a document, so that people see which page it is. */
export function getOpenFile(deps: FormDeps) {
  return async (
    { draft }: DraftRequest,
    { page = '', entry, file: evidenceId = '' }: FormFields,
  ): Promise<HttpResponse> => {
    const isOwn = slotAt(draft.answers, page, entry)?.evidenceIds.includes(evidenceId);
    return isOwn ? openUpload(deps, callerOf(draft), evidenceId) : notFound(deps);
  };
}
