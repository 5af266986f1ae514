import { CHASE_WORKING_DAYS } from '#domain/case/shared.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { forwardWords } from '../words.ts';
import { sharingInWords } from './sharing.ts';

/** GET of the question whether the parents agree to another service seeing the referral, or of how far that has come. */
export function getForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => forwardPage(deps, referralRequest);
}

/** POST of the parents' agreement. Pressed twice it is one. */
export function postForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const result = await deps.agreeForwarding({ reference, by: referralRequest.session.mailbox });
    const theCase = await deps.cases.readCase(reference);
    if (result !== 'CLOSED' && theCase) return forwardPage(deps, { ...referralRequest, theCase });
    return say(
      deps,
      409,
      'We did not share the referral',
      `Referral ${reference} does not need this confirmation any more.`,
    );
  };
}

function forwardPage(deps: ReferralDeps, { theCase, csrf }: ReferralRequest): HttpResponse {
  const { reference } = theCase;
  const said = sharingInWords(theCase);
  const ask = [forwardWords.promise(CHASE_WORKING_DAYS), forwardWords.tell];
  const data = { reference, csrf, said, ask, years: deps.policy.ageLimitYears, button: forwardWords.button };
  return page(deps, {
    template: 'referral/forward/forward.njk',
    title: `Referral ${reference}: another service`,
    data,
  });
}
