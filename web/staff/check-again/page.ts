import { ANSWER_WORKING_DAYS } from '#domain/case/look-again.ts';
import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { sayAndLead } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { todayWords } from '../today/words.ts';
import { enterAgainFaultWords, enterAgainWords, whoAsks } from './words.ts';

export const CHECK_AGAIN_AT = '/staff/check-again';

/** GET: a form for what someone said by phone. It shows nothing of the referral. */
export function getEnterAgain(deps: StaffDeps) {
  return async (access: AreaAccess, _parameters: Parameters, { query }: HttpRequest): Promise<HttpResponse> =>
    formPage(deps, access, { reference: query.reference ?? '' }, []);
}

/** POST: recorded, once, for the service manager; or what is missing, with everything typed kept. */
export function postEnterAgain(deps: StaffDeps) {
  return async (access: AreaAccess, form: FormFields): Promise<HttpResponse> => {
    const reference = (form.reference ?? '').replace(/[\s-]/g, '').toUpperCase();
    const isKnown = isReference(reference) && (await deps.cases.readCase(reference)) !== undefined;
    if (!isKnown) return formPage(deps, access, form, [{ path: 'reference', message: enterAgainWords.unknown }]);
    const { from = '', reason = '' } = form;
    const result = await deps.enterLookAgain({ reference, by: access.actor, from, reason });
    if (result.kind === 'INVALID') {
      return formPage(deps, access, form, inCommandWords(enterAgainFaultWords, result.problems));
    }
    if (result.kind === 'ASKED') {
      const onward = { at: '/staff', text: todayWords.link };
      const done = { status: 200, title: enterAgainWords.done(reference), onward };
      return sayAndLead(deps, done, enterAgainWords.doneSays(ANSWER_WORKING_DAYS));
    }
    const message = result.kind === 'ALREADY' ? enterAgainWords.already : enterAgainWords.notOffered;
    return formPage(deps, access, form, [{ path: 'reference', message }]);
  };
}

type Problems = readonly { readonly path: string; readonly message: string }[];

function formPage(deps: StaffDeps, access: AreaAccess, form: FormFields, problems: Problems): HttpResponse {
  return areaPage(deps, access, {
    here: '/staff',
    template: 'staff/check-again/check-again.njk',
    title: enterAgainWords.title,
    status: problems.length > 0 ? 422 : 200,
    data: {
      ...{ form, problems, whoAsks, at: CHECK_AGAIN_AT, words: enterAgainWords },
      next: enterAgainWords.next(ANSWER_WORKING_DAYS),
    },
  });
}
