import { enteredCode, pressForCode, showCodePage } from '../../access/code-step.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { ReferralDeps } from '../deps.ts';
import { opensByCode, placeOf } from './place.ts';
import { welcome } from './welcome.ts';

/** POST: a code to the mailbox of the link, for whoever cannot enter the date of birth that the referral has. */
export function postEmail(deps: ReferralDeps) {
  return async (live: ReferrerLink, fields: FormFields): Promise<HttpResponse> =>
    opensByCode(live) ? pressForCode(deps, placeOf(live), fields) : toTheDate(deps, live);
}

/** GET, for who reloads or comes back: the form for the code. It sends nothing. */
export function getCode(deps: ReferralDeps) {
  return async (live: ReferrerLink): Promise<HttpResponse> =>
    opensByCode(live) ? showCodePage(deps, placeOf(live)) : toTheDate(deps, live);
}

/** POST: the right code opens what the right date opens. Wrong dates never close this road, nor wrong codes the other. */
export function postCode(deps: ReferralDeps) {
  return async (
    live: ReferrerLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    if (!opensByCode(live)) return toTheDate(deps, live);
    const entered = await enteredCode(deps, placeOf(live), fields);
    return entered === 'RIGHT' ? welcome(deps, live, request) : entered;
  };
}

function toTheDate(deps: ReferralDeps, { token }: ReferrerLink): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `/referral/l/${token}`));
}
