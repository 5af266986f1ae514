import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { forwardWords } from '../words.ts';

/** GET of the question whether the parents agree to another service seeing the referral. */
export function getForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const agreed = referralRequest.theCase.forwardingAgreedAt !== undefined;
    return forwardPage(deps, referralRequest, agreed);
  };
}

/** POST of the parents' agreement. Pressed twice it is one. */
export function postForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const result = await deps.agreeForwarding({ reference, by: referralRequest.session.mailbox });
    if (result !== 'CLOSED') return forwardPage(deps, referralRequest, true);
    return say(
      deps,
      409,
      'We did not share the referral',
      `Referral ${reference} does not need this confirmation any more.`,
    );
  };
}

function forwardPage(deps: ReferralDeps, { theCase, csrf }: ReferralRequest, agreed: boolean): HttpResponse {
  const { reference } = theCase;
  const data = { reference, csrf, agreed, years: deps.policy.ageLimitYears, words: forwardWords };
  return page(deps, {
    template: 'referral/forward/forward.njk',
    title: `Referral ${reference}: another service`,
    data,
  });
}
