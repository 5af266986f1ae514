import { serveHttp } from '../http/lambda.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { TriageDeps } from './deps.ts';
import { triage } from './routes.ts';

/** The pages of the triage team as a Lambda handler. */
export function serveTriage(deps: TriageDeps) {
  return serveHttp({
    name: 'triage',
    baseUrl: deps.baseUrl,
    log: deps.log,
    handle: triage(deps),
    broken: brokenPage(deps),
  });
}
