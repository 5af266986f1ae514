import type { Actor } from '#domain/people/actor.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { isFromHere } from '../http/own-origin.ts';
import type { Parameters, RouteHandle } from '../http/router.ts';
import { ownForm, type TooLong } from '../layout/own-form.ts';
import type { PageDeps } from '../layout/page.ts';
import { forgedPage } from '../layout/refusals.ts';

/** Who acts. What they may see stands beside it, by audience. */
export interface Admitted {
  readonly actor: Actor;
  /** The page that refuses a form which this session did not send. Undefined for a form of its own. */
  readonly refuseForm: (fields: FormFields) => HttpResponse | undefined;
}

/** The page for a request that sees nothing. It keeps what was typed, so that no refusal loses it. */
export interface Refused {
  readonly refuse: (typed: FormFields) => HttpResponse;
}

/**
 * Answers who acts and what they may see, or the page that refuses. Every page that shows a record stands behind one, and its
 * route names it.
 */
export type Guard<Seen extends Admitted> = (
  request: HttpRequest,
  parameters: Parameters,
) => Promise<{ readonly seen: Seen } | Refused>;

type Show<Seen> = (seen: Seen, parameters: Parameters, request: HttpRequest) => Promise<HttpResponse>;

type Act<Seen> = (
  seen: Seen,
  fields: FormFields,
  parameters: Parameters,
  request: HttpRequest,
) => Promise<HttpResponse>;

/** A page behind a guard. Someone it refuses sees nothing else. */
export function shown<Seen extends Admitted>(guard: Guard<Seen>, show: Show<Seen>): RouteHandle {
  return async (request, parameters) => {
    const answer = await guard(request, parameters);
    return 'refuse' in answer ? answer.refuse({}) : show(answer.seen, parameters, request);
  };
}

/** A form behind a guard: of a page of ours, and of the session that the guard admits. */
export function posted<Seen extends Admitted>(
  deps: PageDeps,
  guard: Guard<Seen>,
  act: Act<Seen>,
  tooLong?: (parameters: Parameters) => TooLong,
): RouteHandle {
  return async (request, parameters) => {
    const form = ownForm(deps, request, tooLong?.(parameters));
    if ('status' in form) return form;
    const answer = await guard(request, parameters);
    if ('refuse' in answer) return answer.refuse(form.fields);
    return answer.seen.refuseForm(form.fields) ?? act(answer.seen, form.fields, parameters, request);
  };
}

/** A button behind a guard, on a page that holds no session yet. Whatever is posted with it is left unread. */
export function pressed<Seen extends Admitted>(deps: PageDeps, guard: Guard<Seen>, act: Show<Seen>): RouteHandle {
  const guarded = shown(guard, act);
  return async (request, parameters) =>
    isFromHere(request, deps.baseUrl) ? guarded(request, parameters) : forgedPage(deps);
}

/** For a link that no session has opened yet: nothing can prove a form, and what it asks for does. */
export const anyForm = () => undefined;
