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
import { reachView } from './reach-view.ts';

/** GET: what the rules say about the answers on a page just saved. */
export function getNotes(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '' }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const reach = path === 'risk' ? reachView(draftRequest) : null;
    return notesPage(deps, draftRequest, path, fromIn(query), reach);
  };
}

/** What the rules say of a page; `reach` is what the page about an immediate risk asks beside it. */
export function notesPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  path: string,
  from: string,
  reach: ReturnType<typeof reachView>,
): HttpResponse {
  const asked = pageAt(draftRequest.draft.answers, path);
  if (asked?.kind !== 'questions') return notFound(deps);
  const step = questionStep(asked, draftRequest.draft.answers);
  const notes = notesOf(deps, draftRequest, step);
  const after = addressAfter(deps, draftRequest, asked);
  const next = from === 'check' ? `${draftRequest.at}/check` : after;
  if (notes.length === 0) return seeOther(absoluteUrl(deps.baseUrl, next));
  const emergencyNumbers = asked.showsEmergency ? deps.config.emergencyNumbers : false;
  const problems = reach?.problems ?? [];
  const data = {
    ...{ notes, next, emergencyNumbers, reach, problems },
    back: withFrom(`${draftRequest.at}/${path}`, from),
    contact: deps.config.contact,
  };
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'form/engine/question/notes.njk', title: READ_TITLE, data });
}
