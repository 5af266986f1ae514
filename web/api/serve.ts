import { type ServeDeps, serveHttp } from '../http/lambda.ts';
import type { ApiDeps } from './deps.ts';
import { brokenApi } from './refusals.ts';
import { api } from './routes.ts';

/** The API as a Lambda handler. */
export function serveApi(deps: ApiDeps & ServeDeps) {
  return serveHttp({ name: 'api', baseUrl: deps.baseUrl, log: deps.log, handle: api(deps), broken: brokenApi });
}
