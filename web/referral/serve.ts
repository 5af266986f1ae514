import { serveHttp } from '../http/lambda.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { ReferrerDeps } from './deps.ts';
import { referrerPages } from './routes.ts';

/** The pages for referrers, and the first page, as a Lambda handler. */
export function serveReferrer(deps: ReferrerDeps) {
  const { baseUrl, log } = deps;
  return serveHttp({ name: 'referrer', baseUrl, log, handle: referrerPages(deps), broken: brokenPage(deps) });
}
