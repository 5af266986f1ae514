import type { AreaAccess } from '../access/area-guard.ts';
import type { HttpResponse } from '../http/message.ts';
import type { PageSpec } from '../layout/page.ts';
import { areaPage, type PlaceAt } from '../staff/area/area-page.ts';
import type { ConsoleDeps } from './deps.ts';

/** A page of the console, in the clothes of the staff area. */
export function consolePage(
  deps: ConsoleDeps,
  access: AreaAccess,
  spec: PageSpec & { readonly here?: PlaceAt },
): HttpResponse {
  return areaPage({ ...deps, signIn: deps.config.access.mode === 'sign-in' }, access, spec);
}
