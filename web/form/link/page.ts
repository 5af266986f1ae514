import { hasWrongDate, TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import type { DraftLink } from '../../access/draft-link.ts';
import { instantInWords } from '../../access/instants.ts';
import { otherRoadWords } from '../../access/other-road.ts';
import { type DateProblem, dateProblemAt, readTypedDate } from '../../components/date-problem.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import type { FormDeps } from '../deps.ts';
import type { Answers, Field } from '../engine/fields.ts';
import { typedParts } from '../engine/typed-parts.ts';
import { viewOf } from '../engine/view.ts';
import { INSTEAD, sendCode } from './code.ts';
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
    if (guess.kind === 'WAIT') return waitPage(deps, live, guess.againAt);
    const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
    const message = `This is not the date of birth in the referral. You have ${left} left`;
    return linkPage(deps, live, fields, { message, parts: [] });
  };
}

/** The question for the date of birth, where the draft has one. From the first wrong date on, the page offers a code too. */
async function linkPage(deps: FormDeps, live: DraftLink, typed: Answers, problem?: DateProblem): Promise<HttpResponse> {
  const problems = problem === undefined ? [] : [dateProblemAt(question.path, problem)];
  const asked = birthDateOf(live) === undefined ? false : viewOf(question, typed, problems);
  const isOffered = asked !== false && (await hasWrongDate(deps, live.hash));
  const data = { token: live.token, problems, question: asked, ...(isOffered ? otherRoad(live) : {}) };
  const status = problem === undefined ? 200 : 422;
  return page(deps, { status, template: 'form/link/link.njk', title: 'Continue your referral', data });
}

/** After too many wrong dates: from when to try again, and the code. */
function waitPage(deps: FormDeps, live: DraftLink, againAt: string): HttpResponse {
  return page(deps, {
    headers: retryAfter(againAt, deps.now()),
    status: 429,
    template: 'access/wait.njk',
    title: TOO_MANY_TRIES,
    data: { againAt: instantInWords(againAt), ...otherRoad(live) },
  });
}

const otherRoad = ({ token }: DraftLink) => ({ codeAt: `/refer/l/${token}${INSTEAD}`, otherRoad: otherRoadWords });
