import { TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import { instantInWords } from '../../access/instants.ts';
import { type DateProblem, dateProblemAt, readTypedDate } from '../../components/date-problem.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { Answers, Field } from '../engine/fields.ts';
import { typedParts } from '../engine/typed-parts.ts';
import { viewOf } from '../engine/view.ts';
import { sendCode } from './code.ts';
import { birthDateOf, welcome } from './welcome.ts';

const question: Field = {
  kind: 'date',
  path: 'dob',
  label: 'What is the child’s date of birth?',
  called: 'the date of birth',
  hint: 'For example, 27 3 2025',
};

/** GET: a form, and nothing from the draft. */
export function getLink(deps: FormDeps) {
  return async (live: DraftLink): Promise<HttpResponse> => linkPage(deps, live, {});
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
    const read = readTypedDate(typedParts(question, fields), question.called);
    if (!('on' in read)) return linkPage(deps, live, fields, read);
    const guess = await tryBirthDate(deps, live.hash, read.on === dob);
    if (guess.kind === 'RIGHT') return welcome(deps, request, live);
    if (guess.kind === 'WAIT') {
      return say(deps, 429, TOO_MANY_TRIES, `You can try again from ${instantInWords(guess.againAt)}.`);
    }
    const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
    const message = `This is not the date of birth in the referral. You have ${left} left`;
    return linkPage(deps, live, fields, { message, parts: [] });
  };
}

function linkPage(deps: FormDeps, live: DraftLink, typed: Answers, problem?: DateProblem): HttpResponse {
  const problems = problem === undefined ? [] : [dateProblemAt(question.path, problem)];
  const asked = birthDateOf(live) === undefined ? false : viewOf(question, typed, problems);
  const data = { token: live.token, problems, question: asked };
  const status = problem === undefined ? 200 : 422;
  return page(deps, { status, template: 'form/link/link.njk', title: 'Continue your referral', data });
}
