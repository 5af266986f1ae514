import { serveHttp } from '../http/lambda.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { StaffDeps } from './deps.ts';
import { staffPages } from './routes.ts';

/** The pages of the triage team as a Lambda handler. */
export function serveStaff(deps: StaffDeps) {
  return serveHttp({
    name: 'staff',
    baseUrl: deps.baseUrl,
    log: deps.log,
    handle: staffPages(deps),
    broken: brokenPage(deps),
  });
}
