import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import type { FormDeps } from '../deps.ts';
import type { Fields, Filling } from '../engine/filling.ts';
import { fromIn, withFrom } from '../engine/return-to.ts';
import { changeDraft } from '../engine/save.ts';
import { type FileChange, isTooMany, withFileChange } from './change.ts';
import { slotAt } from './slot.ts';
import { tooManyPage } from './too-many.ts';

/** POST: a further page, another file in place of one, or one file less. Each button says which file it was shown for. */
export function postFile(deps: FormDeps) {
  return async (filling: Filling, fields: Fields, { page = '', entry }: Fields): Promise<HttpResponse> => {
    const slot = slotAt(filling.draft.answers, page, entry);
    if (!slot) return notFound(deps);
    const change = changeIn(fields, Buffer.from(deps.random(16)).toString('base64url'));
    if (change && isTooMany(filling.draft, slot, change)) return tooManyPage(deps);
    if (change) {
      await changeDraft(deps, filling.draft, (current) => {
        const now = slotAt(current.answers, page, entry);
        return now && withFileChange(current, deps.now(), now, change);
      });
    }
    return seeOther(absoluteUrl(deps.baseUrl, withFrom(`${filling.at}/${slot.address}`, fromIn(fields))));
  };
}

const kinds = ['more', 'replace', 'remove', 'cancel'] as const;

function changeIn({ do: pressed, file: evidenceId = '' }: Fields, fresh: string): FileChange | undefined {
  const kind = kinds.find((one) => one === pressed);
  return kind && { kind, evidenceId, fresh };
}
