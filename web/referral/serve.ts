import { serveHttp } from '../http/lambda.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { ReferralDeps } from './deps.ts';
import { referralPages } from './routes.ts';

/** The referrer's own pages as a Lambda handler. */
export function serveReferral(deps: ReferralDeps) {
  const { baseUrl, log } = deps;
  return serveHttp({ name: 'referral', baseUrl, log, handle: referralPages(deps), broken: brokenPage(deps) });
}
