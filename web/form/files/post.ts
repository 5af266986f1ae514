import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { fromIn, withFrom } from '../engine/return-to.ts';
import { changeDraft } from '../engine/save.ts';
import { type FileChange, isTooMany, withFileChange } from './change.ts';
import { slotAt } from './slot.ts';
import { tooManyPage } from './too-many.ts';

/** POST: adds a page, or replaces or removes a file. Each button names the file it was shown for. */
export function postFile(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    fields: FormFields,
    { page = '', entry }: FormFields,
  ): Promise<HttpResponse> => {
    const slot = slotAt(draftRequest.draft.answers, page, entry);
    if (!slot) return notFound(deps);
    const change = changeIn(fields, Buffer.from(deps.random(16)).toString('base64url'));
    if (change && isTooMany(draftRequest.draft, slot, change)) return tooManyPage(deps);
    if (change) {
      await changeDraft(deps, draftRequest.draft, (current) => {
        const now = slotAt(current.answers, page, entry);
        return now && withFileChange(current, deps.now(), now, change);
      });
    }
    return seeOther(absoluteUrl(deps.baseUrl, withFrom(`${draftRequest.at}/${slot.address}`, fromIn(fields))));
  };
}

const kinds = ['more', 'replace', 'remove', 'cancel'] as const;

function changeIn({ do: pressed, file: evidenceId = '' }: FormFields, fresh: string): FileChange | undefined {
  const kind = kinds.find((one) => one === pressed);
  return kind && { kind, evidenceId, fresh };
}
