import { type Draft, isOpen } from '#domain/draft/draft.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readSession } from '../../access/sessions.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { readForm } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { isFromHere } from '../../http/own-origin.ts';
import type { Parameters, RouteHandle } from '../../http/router.ts';
import { badFormPage, forgedPage } from '../../layout/refusals.ts';
import type { FormDeps } from '../deps.ts';
import { isStillTheirs } from '../paper/still-here.ts';
import { gonePage, lostPage, tooLongPage } from './refusals.ts';

export type Fields = Readonly<Record<string, string>>;

/** A browser that may fill in this draft. */
export interface Filling {
  readonly draft: Draft;
  readonly csrf: string;
  /** The day by which it would be judged if it were sent now: today, or when what staff enter had come. */
  readonly today: string;
  /** The address of the draft, below the base URL. */
  readonly at: string;
}

type Show = (filling: Filling, parameters: Parameters, query: Fields) => Promise<HttpResponse>;
type Act = (filling: Filling, fields: Fields, parameters: Parameters) => Promise<HttpResponse>;

/** A page of a draft that can still be changed. One that was sent shows its confirmation instead. */
export function shown(deps: FormDeps, show: Show): RouteHandle {
  return shownEver(deps, async (filling, parameters, query) => {
    return isOpen(filling.draft, deps.now()) ? show(filling, parameters, query) : closed(deps, filling);
  });
}

/** A page of a draft, whether or not it can still be changed. */
export function shownEver(deps: FormDeps, show: Show): RouteHandle {
  return async (request, parameters) => {
    const id = parameters.draft ?? '';
    const filling = await fillingOf(deps, request, id);
    return filling ? show(filling, parameters, request.query) : lostPage(deps, id, {});
  };
}

/** A form of a draft that was posted, with its CSRF token, while the draft can still be changed. */
export function posted(deps: FormDeps, act: Act): RouteHandle {
  return postedEver(deps, async (filling, fields, parameters) => {
    return isOpen(filling.draft, deps.now()) ? act(filling, fields, parameters) : closed(deps, filling);
  });
}

export function postedEver(deps: FormDeps, act: Act): RouteHandle {
  return async (request, parameters) => {
    if (!isFromHere(request, deps.baseUrl)) return forgedPage(deps);
    const form = readForm(request);
    const id = parameters.draft ?? '';
    if ('status' in form) return form.typed ? tooLongPage(deps, id, form.typed) : badFormPage(deps, form);
    const filling = await fillingOf(deps, request, id);
    if (!filling) return lostPage(deps, id, form.fields);
    return form.fields.csrf === filling.csrf ? act(filling, form.fields, parameters) : lostPage(deps, id, form.fields);
  };
}

export const isDraftId = (id: string) => /^[\w-]{22}$/.test(id);

/** The draft at this address, if this browser may fill it in. Session and draft are read at the same time. */
export async function fillingOf(deps: FormDeps, request: HttpRequest, id: string): Promise<Filling | undefined> {
  if (!isDraftId(id)) return undefined;
  const [open, draft] = await Promise.all([readSession(deps, request, 'DRAFT'), deps.drafts.readDraft(id)]);
  const isGranted = open?.session.grants.some(({ reference, purpose }) => reference === id && purpose === 'DRAFT');
  if (!open || !draft || !isGranted || !(await isStillTheirs(deps, draft))) return undefined;
  const today = draft.entry?.arrivedOn ?? londonDateOf(deps.now());
  return { draft, csrf: open.csrf, today, at: `/refer/${id}` };
}

/** A draft that cannot be changed any more: being sent or sent, or past its last day. */
export function closed(deps: FormDeps, { draft, at }: Filling): HttpResponse {
  if (draft.sent || draft.sendingAt)
    return seeOther(absoluteUrl(deps.baseUrl, `${at}/${draft.sent ? 'sent' : 'check'}`));
  return gonePage(deps);
}
