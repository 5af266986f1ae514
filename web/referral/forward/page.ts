import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { posted, type Visit, visited } from '../visit.ts';

/** GET of the question whether the parents agree to another service seeing the referral. */
export function getForward(deps: ReferralDeps) {
  return visited(deps, 'FORWARD', async (visit) => {
    const agreed = visit.theCase.forwardingAgreedAt !== undefined;
    return forwardPage(deps, visit, agreed);
  });
}

/** POST of the parents' agreement. Pressed twice it is one. */
export function postForward(deps: ReferralDeps) {
  return posted(deps, 'FORWARD', async (visit) => {
    const { reference } = visit.theCase;
    const result = await deps.agreeForwarding({ reference, by: visit.session.mailbox });
    if (result !== 'CLOSED') return forwardPage(deps, visit, true);
    return say(deps, 409, 'Nothing was forwarded', `Referral ${reference} does not wait for this any more.`);
  });
}

function forwardPage(deps: ReferralDeps, { theCase, csrf }: Visit, agreed: boolean): HttpResponse {
  const { reference } = theCase;
  const data = { reference, csrf, agreed, years: deps.policy.ageLimitYears };
  return page(deps, {
    template: 'referral/forward/forward.njk',
    title: `Referral ${reference}: another service`,
    data,
  });
}
