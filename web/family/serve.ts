import type { HttpService } from '../http/service.ts';
import { brokenPage } from '../layout/refusals.ts';
import type { FamilyPagesDeps } from './deps.ts';
import { familyPages } from './routes.ts';

/** The pages of families, behind a private link of their own. */
export function serveFamily(deps: FamilyPagesDeps): HttpService {
  return { audience: 'family', baseUrl: deps.baseUrl, handle: familyPages(deps), broken: brokenPage(deps) };
}
