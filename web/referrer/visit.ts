import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose } from '#domain/ports/records.ts';
import { type Grant, type OpenSession, readSession } from '../access/sessions.ts';
import { readForm } from '../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { isFromHere } from '../http/own-origin.ts';
import type { Parameters, RouteHandle } from '../http/router.ts';
import { badFormPage, forgedPage } from '../layout/refusals.ts';
import type { ReferrerDeps } from './deps.ts';
import { notFound } from './not-found.ts';

/** A browser that opened a link of this purpose to this case. */
export interface Visit extends OpenSession {
  readonly theCase: Case;
  readonly grant: Grant;
}

type Fields = Readonly<Record<string, string>>;

/** A page for browsers that opened a link of this purpose; all others see the page of unknown links. */
export function visited(
  deps: ReferrerDeps,
  purpose: LinkPurpose,
  show: (visit: Visit, parameters: Parameters) => Promise<HttpResponse>,
): RouteHandle {
  return async (request, parameters) => {
    const visit = await visitOf(deps, request, purpose, parameters.reference ?? '');
    return visit ? show(visit, parameters) : notFound(deps);
  };
}

/** A POST from such a page, with its CSRF token. */
export function posted(
  deps: ReferrerDeps,
  purpose: LinkPurpose,
  act: (visit: Visit, fields: Fields) => Promise<HttpResponse>,
): RouteHandle {
  return async (request, { reference = '' }) => {
    if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
    const form = readForm(request);
    if ('status' in form) return badFormPage(deps, form);
    const visit = await visitOf(deps, request, purpose, reference);
    if (!visit) return notFound(deps);
    return form.fields.csrf === visit.csrf ? act(visit, form.fields) : forgedPage(deps);
  };
}

async function visitOf(
  deps: ReferrerDeps,
  request: HttpRequest,
  purpose: LinkPurpose,
  reference: string,
): Promise<Visit | undefined> {
  const open = await readSession(deps, request, 'REFERRER');
  const grant = open?.session.grants.find((known) => known.reference === reference && known.purpose === purpose);
  const theCase = grant && (await deps.cases.readCase(reference));
  return open && grant && theCase ? { ...open, grant, theCase } : undefined;
}
