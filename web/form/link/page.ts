import { answerBirthDate, askBirthDate, type BirthDateQuestion } from '../../access/birth-date-page.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { INSTEAD, sendCode } from './code.ts';
import { birthDateOf, welcome } from './welcome.ts';
import { linkWords } from './words.ts';

/** GET: a form, and nothing from the draft. Without a date of birth to ask for, it offers a code. */
export function getLink(deps: FormDeps) {
  return async (live: DraftLink): Promise<HttpResponse> =>
    birthDateOf(live) === undefined ? codePage(deps, live) : askBirthDate(deps, questionOf(live));
}

/**
 * POST: the date of birth in the draft opens it. Without one, a code goes to the mailbox, because the email alone must
 * never open a draft.
 */
export function postLink(deps: FormDeps) {
  return async (
    live: DraftLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const dob = birthDateOf(live);
    if (dob === undefined) return sendCode(deps, live, fields);
    const entered = await answerBirthDate(deps, questionOf(live), fields, (on) => on === dob);
    return entered === 'RIGHT' ? welcome(deps, request, live) : entered;
  };
}

function questionOf({ token, hash }: DraftLink): BirthDateQuestion {
  const { title, legend, wrong, before } = linkWords;
  const at = `/refer/l/${token}`;
  return { title, before: [before], legend, wrong, at, through: hash, codeAt: `${at}${INSTEAD}` };
}

function codePage(deps: FormDeps, { token }: DraftLink): HttpResponse {
  return page(deps, { template: 'form/link/code.njk', title: linkWords.title, data: { token, words: linkWords } });
}
