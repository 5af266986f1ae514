import type { HttpService } from '../http/service.ts';
import type { ApiDeps } from './deps.ts';
import { brokenApi } from './refusals.ts';
import { api } from './routes.ts';

/** The API for council systems that send referrals. */
export function serveApi(deps: ApiDeps): HttpService {
  return { audience: 'api', baseUrl: deps.baseUrl, handle: api(deps), broken: brokenApi };
}
