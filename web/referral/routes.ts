import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import { getAnswer } from './answer/page.ts';
import { getWrite, postAnswer } from './answer/write.ts';
import type { ReferralDeps } from './deps.ts';
import { getForward, postForward } from './forward/page.ts';
import { getHandOver, postHandOver } from './hand-over/page.ts';
import { getLink, postLink } from './link/page.ts';
import { getResubmit, postResubmit } from './resubmit/page.ts';
import { getStatus } from './status/page.ts';
import { getTakeOver, postTakeOver } from './take-over/page.ts';
import { getWithdraw, getWithdrawn, postWithdraw } from './withdraw/page.ts';

/** The referrer's own pages, under /referral. */
export function referralPages(deps: ReferralDeps): Handle {
  return route(referralRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

export function referralRoutes(deps: ReferralDeps): Route[] {
  return [
    { method: 'GET', pattern: '/referral/l/{token}', handle: getLink(deps) },
    { method: 'POST', pattern: '/referral/l/{token}', handle: postLink(deps) },
    { method: 'GET', pattern: '/referral/{reference}/status', handle: getStatus(deps) },
    { method: 'GET', pattern: '/referral/{reference}/status/withdraw', handle: getWithdraw(deps) },
    { method: 'POST', pattern: '/referral/{reference}/status/withdraw', handle: postWithdraw(deps) },
    { method: 'GET', pattern: '/referral/{reference}/status/withdrawn', handle: getWithdrawn(deps) },
    { method: 'GET', pattern: '/referral/{reference}/status/hand-over', handle: getHandOver(deps) },
    { method: 'POST', pattern: '/referral/{reference}/status/hand-over', handle: postHandOver(deps) },
    { method: 'GET', pattern: '/referral/{reference}/handover', handle: getTakeOver(deps) },
    { method: 'POST', pattern: '/referral/{reference}/handover', handle: postTakeOver(deps) },
    { method: 'GET', pattern: '/referral/{reference}/answer', handle: getAnswer(deps) },
    { method: 'GET', pattern: '/referral/{reference}/answer/files/{files}', handle: getAnswer(deps) },
    { method: 'GET', pattern: '/referral/{reference}/answer/write', handle: getWrite(deps) },
    { method: 'GET', pattern: '/referral/{reference}/answer/write/{files}', handle: getWrite(deps) },
    { method: 'POST', pattern: '/referral/{reference}/answer', handle: postAnswer(deps) },
    { method: 'GET', pattern: '/referral/{reference}/resubmit', handle: getResubmit(deps) },
    { method: 'POST', pattern: '/referral/{reference}/resubmit', handle: postResubmit(deps) },
    { method: 'GET', pattern: '/referral/{reference}/forward', handle: getForward(deps) },
    { method: 'POST', pattern: '/referral/{reference}/forward', handle: postForward(deps) },
  ];
}
