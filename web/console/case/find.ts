import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { recordsWords } from '../../staff/records/words.ts';
import { CASES_AT, caseAt } from '../address.ts';
import { consolePage } from '../console-page.ts';
import type { ConsoleDeps } from '../deps.ts';
import { caseWords } from './words.ts';

/** GET: a box for one exact reference, which leads to its case. It looks nothing up by name. */
export function getFindCase(deps: ConsoleDeps) {
  return async (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { reference: typed } = query;
    const reference = typed?.replace(/[\s-]/g, '').toUpperCase();
    if (reference !== undefined && isReference(reference))
      return seeOther(absoluteUrl(deps.baseUrl, caseAt(reference)));
    const problems = typed === undefined ? [] : [{ path: 'reference', message: recordsWords.wrong }];
    return consolePage(deps, access, {
      template: 'staff/records/find.njk',
      title: caseWords.find,
      status: problems.length > 0 ? 422 : 200,
      data: { words: recordsWords, problems, typed: typed ?? '', at: CASES_AT },
    });
  };
}
