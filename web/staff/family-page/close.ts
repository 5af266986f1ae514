import { isReference } from '#domain/values/reference.ts';
import type { AreaAccess } from '../../access/area-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { say } from '../../layout/page.ts';
import { areaPage } from '../area/area-page.ts';
import type { StaffDeps } from '../deps.ts';
import { closePageWords as words } from './words.ts';

/** Where anyone who works here closes the pages of a family. */
export const CLOSE_PAGE_AT = '/staff/family-page';

/** GET: asks for the reference, and nothing else. It shows no record. */
export function getClosePage(deps: StaffDeps) {
  return async (access: AreaAccess): Promise<HttpResponse> => shown(deps, access, '', []);
}

/** POST: every page of this family is closed, at one press; or the reference is asked for again. */
export function postClosePage(deps: StaffDeps) {
  return async (access: AreaAccess, { reference: typed = '' }: FormFields): Promise<HttpResponse> => {
    const reference = typed.trim().toUpperCase();
    if (!isReference(reference) || !(await deps.cases.readCase(reference)))
      return shown(deps, access, typed.slice(0, 50), [{ path: 'reference', message: words.unknown }]);
    await deps.closePages(reference, access.actor);
    return say(deps, 200, words.done(reference), words.doneSays, words.next);
  };
}

function shown(
  deps: StaffDeps,
  access: AreaAccess,
  typed: string,
  problems: readonly { readonly path: string; readonly message: string }[],
): HttpResponse {
  const status = problems.length > 0 ? 422 : 200;
  const template = 'staff/family-page/close.njk';
  return areaPage(deps, access, { status, template, title: words.title, data: { words, typed, problems } });
}
