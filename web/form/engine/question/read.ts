import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import { notFound } from '../../../layout/not-found.ts';
import { page } from '../../../layout/page.ts';
import type { FormDeps } from '../../deps.ts';
import type { DraftRequest } from '../draft-request.ts';
import { addressAfter } from '../next-page.ts';
import { fromIn, withFrom } from '../return-to.ts';
import { pageAt, questionStep } from '../steps.ts';
import { READ_TITLE } from '../words.ts';
import { notesOf } from './get.ts';

/** GET: what the rules say about the answers on a page just saved. */
export function getNotes(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '' }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const asked = pageAt(draftRequest.draft.answers, path);
    if (asked?.kind !== 'questions') return notFound(deps);
    const step = questionStep(asked, draftRequest.draft.answers);
    const notes = notesOf(deps, draftRequest, step);
    const from = fromIn(query);
    const after = addressAfter(deps, draftRequest, asked);
    const next = from === 'check' ? `${draftRequest.at}/check` : after;
    if (notes.length === 0) return seeOther(absoluteUrl(deps.baseUrl, next));
    const emergencyNumbers = asked.showsEmergency ? deps.config.emergencyNumbers : false;
    const data = {
      notes,
      next,
      emergencyNumbers,
      back: withFrom(`${draftRequest.at}/${path}`, from),
      contact: deps.config.contact,
    };
    return page(deps, { template: 'form/engine/question/notes.njk', title: READ_TITLE, data });
  };
}
