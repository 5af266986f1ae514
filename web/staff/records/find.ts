import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { OPENINGS_AT } from '../openings/address.ts';
import { RECORDS_AT, recordAt } from './address.ts';
import { recordsWords } from './words.ts';

/** GET: a box for one exact reference, which leads to its record. It looks nothing up by name. */
export function getFind(deps: StaffDeps) {
  return async (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> => {
    const { reference: typed } = query;
    const reference = typed?.replace(/[\s-]/g, '').toUpperCase();
    if (reference !== undefined && isReference(reference)) {
      return seeOther(absoluteUrl(deps.baseUrl, recordAt(reference)));
    }
    const problems = typed === undefined ? [] : [{ path: 'reference', message: recordsWords.wrong }];
    return areaPage(deps, access, {
      here: RECORDS_AT,
      template: 'staff/records/find.njk',
      title: recordsWords.title,
      status: problems.length > 0 ? 422 : 200,
      data: { openings: OPENINGS_AT, words: recordsWords, problems, typed: typed ?? '', at: RECORDS_AT },
    });
  };
}
