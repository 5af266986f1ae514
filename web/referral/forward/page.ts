import type { Case } from '#domain/case/case.ts';
import { canBeSentTo, otherServiceOf } from '#domain/case/sent-to.ts';
import { CHASE_WORKING_DAYS } from '#domain/case/shared.ts';
import { referrerIsAsked } from '#domain/case/tell-family.ts';
import { redirectedTo, serviceNameOf } from '#domain/service/description/other-services.ts';
import { describeService } from '#domain/service/description.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, sayAndLead } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { statusOf } from '../status/address.ts';
import { forwardWords } from '../words.ts';
import { sharingInWords } from './sharing.ts';

/** GET of the question whether the parents agree to another service seeing the referral, or of how far that has come. */
export function getForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const { theCase } = referralRequest;
    return canBeSentTo(theCase) ? forwardPage(deps, referralRequest) : closedPage(deps, theCase);
  };
}

/** POST of the parents' agreement. Pressed twice it is one. */
export function postForward(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const result = await deps.agreeForwarding({ reference, by: referralRequest.session.mailbox });
    const theCase = await deps.cases.readCase(reference);
    if (result !== 'CLOSED' && theCase) return forwardPage(deps, { ...referralRequest, theCase });
    return closedPage(deps, referralRequest.theCase);
  };
}

function closedPage(deps: ReferralDeps, { reference }: Case): HttpResponse {
  const said = { status: 409, title: forwardWords.notShared, onward: statusOf(reference) };
  return sayAndLead(deps, said, forwardWords.closed(reference));
}

function forwardPage(deps: ReferralDeps, { theCase, csrf }: ReferralRequest): HttpResponse {
  const { reference } = theCase;
  const said = sharingInWords(theCase);
  const ask = [forwardWords.first, forwardWords.promise(CHASE_WORKING_DAYS), forwardWords.tell];
  const { button, back, backAndTell } = forwardWords;
  const data = { reference, csrf, said, ask, why: whyThere(deps, theCase), button };
  return page(deps, {
    template: 'referral/forward/forward.njk',
    title: `Referral ${reference}: another service`,
    // Where the service has emailed the family there is nothing to record.
    data: { ...data, back: referrerIsAsked(theCase) ? backAndTell : back },
  });
}

function whyThere({ policy, config }: ReferralDeps, theCase: Case): string {
  const service = serviceNameOf(otherServiceOf(theCase), describeService(policy, config.description));
  return redirectedTo(theCase) ? forwardWords.decided(service) : forwardWords.tooOld(policy.ageLimitYears, service);
}
