import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import { notFound } from '../../../layout/not-found.ts';
import { page } from '../../../layout/page.ts';
import type { FormDeps } from '../../deps.ts';
import type { DraftRequest } from '../draft-request.ts';
import { namesIn } from '../question/get.ts';
import { fromIn, withFrom } from '../return-to.ts';
import { changeDraft, markOf } from '../save.ts';
import { countOf, pageAt, stepAt } from '../steps.ts';
import { answerInWords } from '../view.ts';
import { withoutEntry } from './remove.ts';

/** GET: asks whether to remove this entry. */
export function getRemove(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '', entry }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const { draft, at, csrf } = draftRequest;
    const step = stepAt(draft.answers, path, entry);
    if (step?.page.kind !== 'list' || (step.index ?? 0) >= countOf(draft.answers, step.page.root))
      return notFound(deps);
    const { namedBy, entry: kind, hasFiles } = step.page;
    const named = step.fields.find((field) => field.path.endsWith(`.${namedBy}`));
    const from = fromIn(query);
    const data = {
      name: (named && answerInWords(named, draft.answers)) || step.title,
      seen: markOf(draft.answers, namesIn(step)),
      action: `${at}/${step.path}/remove`,
      list: withFrom(`${at}/${path}`, from),
      ...{ kind, csrf, from, hasFiles },
    };
    return page(deps, { template: 'form/engine/list/remove.njk', title: `Remove this ${kind}?`, data });
  };
}

/** POST: removes one entry with its answers. A second press removes nothing, because only the entry shown is removed. */
export function postRemove(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    fields: FormFields,
    { page: path = '', entry = '' }: FormFields,
  ): Promise<HttpResponse> => {
    const step = stepAt(draftRequest.draft.answers, path, entry);
    const list = pageAt(draftRequest.draft.answers, path);
    if (list?.kind !== 'list') return notFound(deps);
    if (step?.index !== undefined) {
      const { index } = step;
      await changeDraft(deps, draftRequest.draft, (current) => {
        const isSeen =
          markOf(current.answers, namesIn(step)) === fields.seen && index < countOf(current.answers, list.root);
        return isSeen ? withoutEntry(current, deps.now(), list, index) : undefined;
      });
    }
    return seeOther(absoluteUrl(deps.baseUrl, withFrom(`${draftRequest.at}/${list.path}`, fromIn(fields))));
  };
}
