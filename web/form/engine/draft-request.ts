import { type Draft, isOpen } from '#domain/draft/draft.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readSession } from '../../access/sessions.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { readForm } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { isFromHere } from '../../http/own-origin.ts';
import type { Parameters, RouteHandle } from '../../http/router.ts';
import { badFormPage, forgedPage } from '../../layout/refusals.ts';
import type { FormDeps } from '../deps.ts';
import { isStillTheirs } from '../paper/still-here.ts';
import { gonePage, sessionExpiredPage, tooLongPage } from './refusals.ts';

/** A request from a browser that may change this draft. */
export interface DraftRequest {
  readonly draft: Draft;
  readonly csrf: string;
  /** The day of the referral if it were sent now: today, or the day a paper referral arrived. */
  readonly today: string;
  /** The address of the draft, below the base URL. */
  readonly at: string;
}

type Show = (draftRequest: DraftRequest, parameters: Parameters, query: FormFields) => Promise<HttpResponse>;
type Act = (draftRequest: DraftRequest, fields: FormFields, parameters: Parameters) => Promise<HttpResponse>;

/** Shows a page of an open draft. A draft that was sent shows its confirmation instead. */
export function shown(deps: FormDeps, show: Show): RouteHandle {
  return shownEver(deps, async (draftRequest, parameters, query) => {
    return isOpen(draftRequest.draft, deps.now()) ? show(draftRequest, parameters, query) : closed(deps, draftRequest);
  });
}

/** Shows a page of a draft, open or closed. */
export function shownEver(deps: FormDeps, show: Show): RouteHandle {
  return async (request, parameters) => {
    const id = parameters.draft ?? '';
    const draftRequest = await draftRequestOf(deps, request, id);
    return draftRequest ? show(draftRequest, parameters, request.query) : sessionExpiredPage(deps, id, {});
  };
}

/** Takes a form of an open draft, with its CSRF token. */
export function posted(deps: FormDeps, act: Act): RouteHandle {
  return postedEver(deps, async (draftRequest, fields, parameters) => {
    return isOpen(draftRequest.draft, deps.now()) ? act(draftRequest, fields, parameters) : closed(deps, draftRequest);
  });
}

/** Takes a form of a draft, open or closed, with its CSRF token. */
export function postedEver(deps: FormDeps, act: Act): RouteHandle {
  return async (request, parameters) => {
    if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
    const form = readForm(request);
    const id = parameters.draft ?? '';
    if ('status' in form) return form.typed ? tooLongPage(deps, id, form.typed) : badFormPage(deps, form);
    const draftRequest = await draftRequestOf(deps, request, id);
    if (!draftRequest) return sessionExpiredPage(deps, id, form.fields);
    return form.fields.csrf === draftRequest.csrf
      ? act(draftRequest, form.fields, parameters)
      : sessionExpiredPage(deps, id, form.fields);
  };
}

export const isDraftId = (id: string) => /^[\w-]{22}$/.test(id);

/** The draft at this address, if this browser may change it. Reads session and draft together, to be fast. */
export async function draftRequestOf(
  deps: FormDeps,
  request: HttpRequest,
  id: string,
): Promise<DraftRequest | undefined> {
  if (!isDraftId(id)) return undefined;
  const [open, draft] = await Promise.all([readSession(deps, request, 'DRAFT'), deps.drafts.readDraft(id)]);
  const isGranted = open?.session.grants.some(({ reference, purpose }) => reference === id && purpose === 'DRAFT');
  if (!open || !draft || !isGranted || !(await isStillTheirs(deps, draft))) return undefined;
  const today = draft.entry?.arrivedOn ?? londonDateOf(deps.now());
  return { draft, csrf: open.csrf, today, at: `/refer/${id}` };
}

/** The response for a draft that can no longer change: being sent, sent, or past its last day. */
export function closed(deps: FormDeps, { draft, at }: DraftRequest): HttpResponse {
  if (draft.sent || draft.sendingAt)
    return seeOther(absoluteUrl(deps.baseUrl, `${at}/${draft.sent ? 'sent' : 'check'}`));
  return gonePage(deps);
}
