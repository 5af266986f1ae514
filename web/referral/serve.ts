import type { HttpService } from '../http/service.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { ReferralDeps } from './deps.ts';
import { referralPages } from './routes.ts';

/** The referrer's own pages. */
export function serveReferral(deps: ReferralDeps): HttpService {
  return { audience: 'referral', baseUrl: deps.baseUrl, handle: referralPages(deps), broken: brokenPage(deps) };
}
