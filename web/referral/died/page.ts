import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { diedWords } from './words.ts';

/** GET: one button, and what it does. Nothing else is asked. */
export function getDied(deps: ReferralDeps) {
  return async ({ theCase, csrf }: ReferralRequest): Promise<HttpResponse> => {
    const { reference } = theCase;
    const data = { at: `/referral/${reference}/status`, csrf, words: diedWords };
    return page(deps, { template: 'referral/died/died.njk', title: diedWords.title, data });
  };
}

/** POST: recorded, once. Whoever opens a page of this referral afterwards is asked to call. */
export function postDied(deps: ReferralDeps) {
  return async ({ theCase, actor }: ReferralRequest, _fields: FormFields): Promise<HttpResponse> => {
    const result = await deps.recordDeath({ reference: theCase.reference, by: actor });
    if (result === 'NOT_YOURS') return notFound(deps);
    return page(deps, {
      template: 'referral/died/recorded.njk',
      title: diedWords.recorded,
      data: { words: diedWords },
    });
  };
}
