import { tryBirthDate } from '../../access/birth-date.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { notFound } from '../../layout/not-found.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page, say } from '../../layout/page.ts';
import { birthDateIn } from '../body/partial-assessment.ts';
import type { FormDeps } from '../deps.ts';
import { parseField } from '../engine/codec.ts';
import type { Answers, Field } from '../engine/fields.ts';
import { viewOf } from '../engine/view.ts';
import { sendCode } from './code.ts';
import { type DraftOfLink, draftOfLink, welcome } from './draft-of-link.ts';

/** The heading after too many wrong dates of birth. */
export const TOO_MANY_TRIES = 'You have tried too many times';

const question: Field = {
  kind: 'date',
  path: 'dob',
  label: 'What is the child’s date of birth?',
  hint: 'For example, 27 3 2025',
};

/** GET: a form, and nothing from the draft. */
export function getLink(deps: FormDeps) {
  return async (_request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    const live = await draftOfLink(deps, token);
    return live ? linkPage(deps, token, live, {}, '') : notFound(deps);
  };
}

/**
 * POST: the date of birth in the draft opens it. Without one, a code goes to the mailbox, because the email alone must
 * never open a draft.
 */
export function postLink(deps: FormDeps) {
  return async (request: HttpRequest, { token = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const live = await draftOfLink(deps, token);
    if (!live) return notFound(deps);
    if (live.dob === undefined) return sendCode(deps, token, live);
    const typed = parseField(question, form.fields);
    if (birthDateIn({ child: { dob: typed } }) === undefined) {
      return linkPage(deps, token, live, form.fields, 'Date of birth must be a real date, like 27 3 2025');
    }
    const guess = await tryBirthDate(deps, live.hash, typed === live.dob);
    if (guess.kind === 'RIGHT') return welcome(deps, request, live);
    if (guess.kind === 'WAIT') {
      return say(deps, 429, TOO_MANY_TRIES, `You can try again from ${instantInWords(guess.againAt)}.`);
    }
    const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
    const message = `This is not the date of birth in the referral. You have ${left} left`;
    return linkPage(deps, token, live, form.fields, message);
  };
}

function linkPage(deps: FormDeps, token: string, { dob }: DraftOfLink, typed: Answers, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'dob-day', message }];
  const data = { token, problems, question: dob === undefined ? false : viewOf(question, typed, problems) };
  const status = message === '' ? 200 : 422;
  return page(deps, { status, template: 'form/link/link.njk', title: 'Continue your referral', data });
}
