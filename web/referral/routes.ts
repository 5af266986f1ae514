import { cleanLink } from '../access/clean-link.ts';
import { posted, shown } from '../access/guard.ts';
import { referrerGuard } from '../access/referrer-guard.ts';
import { referrerLinkGuard } from '../access/referrer-link.ts';
import type { Handle } from '../http/message.ts';
import { type Route, route } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { wrongMethodPage } from '../layout/refusals.ts';
import { postKeepFile, postSeveral } from './answer/keep-file.ts';
import { getAnswer } from './answer/page.ts';
import { getSeveral } from './answer/several.ts';
import { getWrite, postAnswer } from './answer/write.ts';
import { getChanged, postChanged } from './changed/page.ts';
import type { ReferralDeps } from './deps.ts';
import { getDied, postDied } from './died/page.ts';
import { getLook } from './files/look.ts';
import { getForward, postForward } from './forward/page.ts';
import { getHandOver, postHandOver } from './hand-over/page.ts';
import { getCode, postCode, postEmail } from './link/code.ts';
import { getLink, postLink } from './link/page.ts';
import { getLookAgain, postLookAgain } from './look-again/page.ts';
import { mineRoutes } from './mine/routes.ts';
import { orNewLink } from './new-link/page.ts';
import { getResubmit, postResubmit } from './resubmit/page.ts';
import { getStatus } from './status/page.ts';
import { getTakeOver, postTakeOver } from './take-over/page.ts';
import { getTold, postTold } from './told/page.ts';
import { getWithdraw, getWithdrawn, postWithdraw } from './withdraw/page.ts';

const CODE_MAILED = '/referral/l/{token}/email';
const STATUS = '/referral/{reference}/status';
const ANSWER = '/referral/{reference}/answer';

/** The referrer's own pages, under /referral. */
export function referralPages(deps: ReferralDeps): Handle {
  return route(referralRoutes(deps), { notFound: () => notFound(deps), wrongMethod: wrongMethodPage(deps) });
}

/** Every address with the guard that its reader must pass. */
export function referralRoutes(deps: ReferralDeps): Route[] {
  const link = referrerLinkGuard(deps);
  const follower = referrerGuard(deps, 'STATUS');
  const colleague = referrerGuard(deps, 'HANDOVER');
  const asked = referrerGuard(deps, 'ANSWER');
  const sender = referrerGuard(deps, 'RESUBMIT');
  const sharer = referrerGuard(deps, 'FORWARD');
  return [
    ...mineRoutes(deps),
    {
      method: 'GET',
      pattern: '/referral/l/{token}',
      handle: cleanLink(deps, '/referral/l', shown(link, getLink(deps))),
    },
    {
      method: 'POST',
      pattern: '/referral/l/{token}',
      handle: orNewLink(deps, posted(deps, link, postLink(deps))),
    },
    { method: 'GET', pattern: CODE_MAILED, handle: shown(link, getCode(deps)) },
    { method: 'POST', pattern: CODE_MAILED, handle: orNewLink(deps, posted(deps, link, postEmail(deps))) },
    { method: 'GET', pattern: `${CODE_MAILED}/code`, handle: shown(link, getCode(deps)) },
    { method: 'POST', pattern: `${CODE_MAILED}/code`, handle: orNewLink(deps, posted(deps, link, postCode(deps))) },
    { method: 'GET', pattern: STATUS, handle: shown(follower, getStatus(deps)) },
    { method: 'GET', pattern: `${STATUS}/withdraw`, handle: shown(follower, getWithdraw(deps)) },
    { method: 'POST', pattern: `${STATUS}/withdraw`, handle: posted(deps, follower, postWithdraw(deps)) },
    { method: 'GET', pattern: `${STATUS}/died`, handle: shown(follower, getDied(deps)) },
    { method: 'POST', pattern: `${STATUS}/died`, handle: posted(deps, follower, postDied(deps)) },
    { method: 'GET', pattern: `${STATUS}/withdrawn`, handle: shown(follower, getWithdrawn(deps)) },
    { method: 'GET', pattern: `${STATUS}/hand-over`, handle: shown(follower, getHandOver(deps)) },
    { method: 'POST', pattern: `${STATUS}/hand-over`, handle: posted(deps, follower, postHandOver(deps)) },
    { method: 'GET', pattern: `${STATUS}/changed`, handle: shown(follower, getChanged(deps)) },
    { method: 'POST', pattern: `${STATUS}/changed`, handle: posted(deps, follower, postChanged(deps)) },
    { method: 'GET', pattern: `${STATUS}/check-again`, handle: shown(follower, getLookAgain(deps)) },
    { method: 'POST', pattern: `${STATUS}/check-again`, handle: posted(deps, follower, postLookAgain(deps)) },
    { method: 'GET', pattern: `${STATUS}/told`, handle: shown(follower, getTold(deps)) },
    { method: 'POST', pattern: `${STATUS}/told`, handle: posted(deps, follower, postTold(deps)) },
    { method: 'GET', pattern: '/referral/{reference}/handover', handle: shown(colleague, getTakeOver(deps)) },
    { method: 'POST', pattern: '/referral/{reference}/handover', handle: posted(deps, colleague, postTakeOver(deps)) },
    { method: 'GET', pattern: ANSWER, handle: shown(asked, getAnswer(deps)) },
    { method: 'GET', pattern: `${ANSWER}/files/{files}`, handle: shown(asked, getAnswer(deps)) },
    { method: 'POST', pattern: `${ANSWER}/here`, handle: postKeepFile(deps) },
    { method: 'POST', pattern: `${ANSWER}/here/{files}`, handle: postKeepFile(deps) },
    { method: 'GET', pattern: `${ANSWER}/several`, handle: shown(asked, getSeveral(deps)) },
    { method: 'GET', pattern: `${ANSWER}/several/{files}`, handle: shown(asked, getSeveral(deps)) },
    { method: 'POST', pattern: `${ANSWER}/several`, handle: postSeveral(deps) },
    { method: 'POST', pattern: `${ANSWER}/several/{files}`, handle: postSeveral(deps) },
    { method: 'GET', pattern: `${ANSWER}/look/{file}`, handle: shown(asked, getLook(deps)) },
    { method: 'GET', pattern: `${ANSWER}/write`, handle: shown(asked, getWrite(deps)) },
    { method: 'GET', pattern: `${ANSWER}/write/{files}`, handle: shown(asked, getWrite(deps)) },
    { method: 'POST', pattern: ANSWER, handle: posted(deps, asked, postAnswer(deps)) },
    { method: 'GET', pattern: '/referral/{reference}/resubmit', handle: shown(sender, getResubmit(deps)) },
    { method: 'POST', pattern: '/referral/{reference}/resubmit', handle: posted(deps, sender, postResubmit(deps)) },
    { method: 'GET', pattern: '/referral/{reference}/forward', handle: shown(sharer, getForward(deps)) },
    { method: 'POST', pattern: '/referral/{reference}/forward', handle: posted(deps, sharer, postForward(deps)) },
  ];
}
