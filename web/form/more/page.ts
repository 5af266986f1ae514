import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { ANYTHING_ELSE } from '../engine/words.ts';
import { taskSections } from '../tasks/page.ts';

/** GET: the parts that neither the rules nor the decision needs. One press leaves them out. */
export function getMore(deps: FormDeps) {
  return async (draftRequest: DraftRequest): Promise<HttpResponse> => {
    const sections = await taskSections(deps, draftRequest);
    const tasks = sections.flatMap((section) => (section.title === ANYTHING_ELSE ? section.tasks : []));
    const data = { at: draftRequest.at, sections: [{ title: '', tasks }] };
    return page(deps, { template: 'form/more/more.njk', title: ANYTHING_ELSE, data });
  };
}
