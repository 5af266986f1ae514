import { lettersAndDigits } from '#domain/values/characters.ts';
import { codeTrouble, issueCode, tryCode } from '../../access/codes.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { Field } from '../engine/fields.ts';
import { viewOf } from '../engine/view.ts';
import { CODE_FORMAT, CODE_MISSING } from '../engine/words.ts';
import { tooManyCodes } from '../paper/pages.ts';
import { birthDateOf, welcome } from './welcome.ts';

const question: Field = {
  kind: 'text',
  path: 'code',
  label: '6-digit code',
  called: 'the 6-digit code from your email',
  autocomplete: 'one-time-code',
  width: 10,
  inputmode: 'numeric',
};

const doorOf = ({ draft, mailbox }: DraftLink) => `draft ${draft.id} as ${mailbox}`;

/** Emails a code and redirects to where it is entered, so that a reload sends no other code. */
export async function sendCode(deps: FormDeps, live: DraftLink): Promise<HttpResponse> {
  const issued = await issueCode(deps, doorOf(live));
  if (issued.kind === 'REFUSED') return tooManyCodes(deps, issued.againAt);
  await deps.mailCode(live.mailbox, issued.code);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/l/${live.token}/code`));
}

/** GET: the form for the code. It sends nothing. */
export function getCode(deps: FormDeps) {
  return async ({ token }: DraftLink): Promise<HttpResponse> => codePage(deps, token, '');
}

/** POST: the right code opens the draft in this browser. */
export function postCode(deps: FormDeps) {
  return async (
    live: DraftLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { token } = live;
    // Another device may have entered the date of birth since, which is then asked instead.
    if (birthDateOf(live) !== undefined) return seeOther(absoluteUrl(deps.baseUrl, `/refer/l/${token}`));
    const code = lettersAndDigits(fields.code ?? '');
    if (code === '') return codePage(deps, token, CODE_MISSING);
    if (!/^\d{6}$/.test(code)) return codePage(deps, token, CODE_FORMAT);
    const tried = await tryCode(deps, doorOf(live), code);
    return tried.kind === 'RIGHT' ? welcome(deps, request, live) : codePage(deps, token, codeTrouble(tried));
  };
}

function codePage(deps: FormDeps, token: string, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'code', message }];
  const data = { token, problems, question: viewOf(question, {}, problems), minutes: deps.policy.codeMinutes };
  const status = message === '' ? 200 : 422;
  return page(deps, { status, template: 'form/link/code.njk', title: 'Enter the code from your email', data });
}
