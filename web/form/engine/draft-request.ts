import { type Draft, isOpen } from '#domain/draft/draft.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { admit } from '../../access/admit-to-draft.ts';
import { withoutBegun } from '../../access/begun.ts';
import { draftGuard, type OwnDraft } from '../../access/draft-guard.ts';
import { posted as postedTo, shown as shownTo } from '../../access/guard.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters, RouteHandle } from '../../http/router.ts';
import type { FormDeps } from '../deps.ts';
import { gonePage, sessionExpiredPage, tooLongPage } from './refusals.ts';

/** A request from a browser that may change this draft. */
export interface DraftRequest {
  readonly draft: Draft;
  readonly csrf: string;
  /** The day of the referral if it were sent now: today, or the day a paper referral arrived. */
  readonly today: string;
  /** This instant. */
  readonly now: string;
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
  return shownTo(guardOfDraft(deps), async (own, parameters, { query }) =>
    show(draftRequestOf(deps, own), parameters, query),
  );
}

/** Takes a form of an open draft, with its CSRF token. */
export function posted(deps: FormDeps, act: Act): RouteHandle {
  return postedEver(deps, async (draftRequest, fields, parameters) => {
    return isOpen(draftRequest.draft, deps.now()) ? act(draftRequest, fields, parameters) : closed(deps, draftRequest);
  });
}

/** Takes a form of a draft, open or closed, with its CSRF token. */
export function postedEver(deps: FormDeps, act: Act): RouteHandle {
  const tooLong = ({ draft: id = '' }: Parameters) => {
    return (typed: FormFields) => tooLongPage(deps, id, typed);
  };
  return postedTo(
    deps,
    guardOfDraft(deps),
    async (own, fields, parameters, request) => {
      const answer = await act(draftRequestOf(deps, own), fields, parameters);
      return own.isBegun ? withSession(deps, own, request, answer) : answer;
    },
    tooLong,
  );
}

/** Once a draft is stored, a session takes the place of the cookie of its start. */
async function withSession(
  deps: FormDeps,
  own: OwnDraft,
  request: HttpRequest,
  answer: HttpResponse,
): Promise<HttpResponse> {
  const { id } = own.draft;
  if (!(await deps.drafts.readDraft(id))) return answer;
  const cookies = await admit(deps, request, id, '', [own.csrf]);
  return { ...answer, cookies: [...(answer.cookies ?? []), ...cookies, withoutBegun(deps.baseUrl, id)] };
}

/** Admits a browser that may change the draft. All others see how to open it again. */
export function guardOfDraft(deps: FormDeps) {
  return draftGuard(deps, (id, typed) => sessionExpiredPage(deps, id, typed));
}

export function draftRequestOf(deps: Pick<FormDeps, 'now'>, { draft, csrf }: OwnDraft): DraftRequest {
  const now = deps.now();
  return { draft, csrf, now, today: draft.entry?.arrivedOn ?? londonDateOf(now), at: `/refer/${draft.id}` };
}

/** The response for a draft that can no longer change: being sent, sent, or past its last day. */
export function closed(deps: FormDeps, { draft, at }: DraftRequest): HttpResponse {
  if (draft.sent || draft.sendingAt)
    return seeOther(absoluteUrl(deps.baseUrl, `${at}/${draft.sent ? 'sent' : 'check'}`));
  return gonePage(deps);
}
