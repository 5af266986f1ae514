import type { HttpService } from '../http/service.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { StaffDeps } from './deps.ts';
import { staffPages } from './routes.ts';

/** The pages of the triage team. */
export function serveStaff(deps: StaffDeps): HttpService {
  return { audience: 'staff', baseUrl: deps.baseUrl, handle: staffPages(deps), broken: brokenPage(deps) };
}
