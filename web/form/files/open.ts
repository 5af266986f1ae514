import { callerOf } from '#domain/draft/draft.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { slotAt } from './slot.ts';
import { notOpened } from './words.ts';

/** How long the address of an opened file works. */
const SECONDS = 60;

/** GET: opens one file of a document, so that people see which page it is. Only what the virus scan found clean. */
export function getOpenFile(deps: FormDeps) {
  return async (
    { draft }: DraftRequest,
    { page = '', entry, file: evidenceId = '' }: FormFields,
  ): Promise<HttpResponse> => {
    if (!slotAt(draft.answers, page, entry)?.evidenceIds.includes(evidenceId)) return notFound(deps);
    const caller = callerOf(draft);
    const file = await deps.evidence.inspect(caller, evidenceId);
    if (file?.scan === 'PENDING') return say(deps, 409, notOpened.yet, notOpened.wait);
    const found = file?.scan === 'CLEAN' ? await recognise(file) : undefined;
    if (!file || found?.kind !== 'DOCUMENT') return say(deps, 404, notOpened.never, notOpened.again);
    const { contentType } = found;
    const version = { evidenceId, versionId: file.versionId || undefined, contentType };
    return seeOther(await deps.evidence.downloadUrl(caller, version, SECONDS));
  };
}
