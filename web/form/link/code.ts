import type { CodePlace } from '../../access/code-page.ts';
import { enteredCode, pressForCode, showCodePage } from '../../access/code-step.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import type { FormDeps } from '../deps.ts';
import { birthDateOf, welcome } from './welcome.ts';

/** Below the address of the link: a code in place of the date of birth, which may be mistyped in the draft. */
export const INSTEAD = '/email';

const placeOf = ({ draft, mailbox, token, hash }: DraftLink, below = ''): CodePlace => ({
  door: { mailbox: `draft ${draft.id} as ${mailbox}`, through: hash },
  at: `/refer/l/${token}${below}`,
  mailTo: mailbox,
});

/** The page for the code; a code is emailed unless one that works was sent a moment ago. */
export async function sendCode(deps: FormDeps, live: DraftLink, fields: FormFields): Promise<HttpResponse> {
  return pressForCode(deps, placeOf(live), fields);
}

/** GET: the form for the code. It sends nothing. */
export function getCode(deps: FormDeps) {
  return async (live: DraftLink): Promise<HttpResponse> => showCodePage(deps, placeOf(live));
}

/** POST: the right code opens the draft in this browser. */
export function postCode(deps: FormDeps) {
  return async (
    live: DraftLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    // Another device may have entered the date of birth since, which is then asked instead.
    if (birthDateOf(live) !== undefined) return seeOther(absoluteUrl(deps.baseUrl, `/refer/l/${live.token}`));
    const entered = await enteredCode(deps, placeOf(live), fields);
    return entered === 'RIGHT' ? welcome(deps, request, live) : entered;
  };
}

/** POST: a code to the mailbox of the link, for whoever cannot enter the date of birth that the draft has. */
export function postInstead(deps: FormDeps) {
  return async (live: DraftLink, fields: FormFields): Promise<HttpResponse> =>
    pressForCode(deps, placeOf(live, INSTEAD), fields);
}

/** GET, for who reloads or comes back: the form for that code. It sends nothing. */
export function getInstead(deps: FormDeps) {
  return async (live: DraftLink): Promise<HttpResponse> => showCodePage(deps, placeOf(live, INSTEAD));
}

/** POST: the right code opens what the right date opens. Wrong dates never close this road, nor wrong codes the other. */
export function postInsteadCode(deps: FormDeps) {
  return async (
    live: DraftLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const entered = await enteredCode(deps, placeOf(live, INSTEAD), fields);
    return entered === 'RIGHT' ? welcome(deps, request, live) : entered;
  };
}
