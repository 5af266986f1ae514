import { isReturned } from '#domain/case/tell-family.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { afterTenDays, newsFor, toldByReferrer, toldPageWords, toldWords } from './words.ts';

type Problems = readonly { readonly path: string; readonly message: string }[];

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: a text to pass on to the family, and a form to enter that they were told, with today already in it. */
export function getTold(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const [year = '', month = '', day = ''] = londonDateOf(deps.now()).split('-');
    const today = { 'on-day': String(Number(day)), 'on-month': String(Number(month)), 'on-year': year };
    return toldPage(deps, referralRequest, today, []);
  };
}

/** POST: recorded, or told what is missing with everything typed kept. */
export function postTold(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, fields: FormFields): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const { how = '' } = fields;
    const on = enteredOn(fields);
    const result = await deps.recordTold({ reference, by: referralRequest.session.mailbox, how, on });
    if (result.kind !== 'INVALID') {
      return result.kind === 'DONE' ? seeOther(absoluteUrl(deps.baseUrl, at(reference))) : notFound(deps);
    }
    return toldPage(deps, referralRequest, fields, inDatedWords(toldWords, result.problems, fields));
  };
}

function toldPage(
  deps: ReferralDeps,
  { theCase, csrf }: ReferralRequest,
  form: FormFields,
  problems: Problems,
): HttpResponse {
  const data = {
    ...{ at: at(theCase.reference), csrf, form, problems, hows: toldByReferrer, words: toldPageWords },
    text: newsFor(theCase, deps.config),
    isReturned: isReturned(theCase),
    tellStaff: afterTenDays(theCase),
    written: theCase.wroteOfEnd ? toldPageWords.inPart : toldPageWords.notWritten,
  };
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'referral/told/told.njk',
    title: toldPageWords.title,
    data,
  });
}
