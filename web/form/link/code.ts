import { lettersAndDigits } from '#domain/values/characters.ts';
import { codeTrouble, issueCode, tryCode } from '../../access/codes.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { Field } from '../engine/fields.ts';
import { viewOf } from '../engine/view.ts';
import { CODE_FORMAT, CODE_MISSING } from '../engine/words.ts';
import { tooManyCodes } from '../paper/pages.ts';
import { type DraftOfLink, draftOfLink, welcome } from './draft-of-link.ts';

const question: Field = {
  kind: 'text',
  path: 'code',
  label: '6-digit code',
  autocomplete: 'one-time-code',
  width: 10,
  inputmode: 'numeric',
};

const doorOf = ({ draft, mailbox }: DraftOfLink) => `draft ${draft.id} as ${mailbox}`;

/** Emails a code and redirects to where it is entered, so that a reload sends no other code. */
export async function sendCode(deps: FormDeps, token: string, live: DraftOfLink): Promise<HttpResponse> {
  const issued = await issueCode(deps, doorOf(live));
  if (issued.kind === 'REFUSED') return tooManyCodes(deps, issued.againAt);
  await deps.mailCode(live.mailbox, issued.code);
  return seeOther(absoluteUrl(deps.baseUrl, `/refer/l/${token}/code`));
}

/** GET: the form for the code. It sends nothing. */
export function getCode(deps: FormDeps) {
  return async (_request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    const live = await draftOfLink(deps, token);
    return live ? codePage(deps, token, '') : notFound(deps);
  };
}

/** POST: the right code opens the draft in this browser. */
export function postCode(deps: FormDeps) {
  return async (request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const live = await draftOfLink(deps, token);
    if (!live) return notFound(deps);
    // Another device may have entered the date of birth since, which is then asked instead.
    if (live.dob !== undefined) return seeOther(absoluteUrl(deps.baseUrl, `/refer/l/${token}`));
    const code = lettersAndDigits(form.fields.code ?? '');
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
