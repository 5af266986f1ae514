import { assess } from '#domain/rules/assessment.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page } from '../../layout/page.ts';
import type { PublicDeps } from '../deps.ts';
import { answerOf } from './answer.ts';
import { assessAll } from './assess-all.ts';
import { blankForm, type CheckForm, readCheckForm } from './form.ts';
import { ruleProblems } from './rule-problems.ts';
import { type FieldProblem, typedReferral } from './typed-referral.ts';
import { formView } from './view.ts';

/** GET: the questions. Nothing is stored and no cookie is set, here or on the answer. */
export function getCheck(deps: PublicDeps) {
  // The page is the same for everyone, so it is made once, on first use: making it at load would delay every other page.
  let blank: HttpResponse | undefined;
  return async (): Promise<HttpResponse> => {
    blank ??= checkPage(deps, blankForm(), []);
    return blank;
  };
}

/** POST: what the rules say about the answers, or what to correct first. The form keeps everything that was entered. */
export function postCheck(deps: PublicDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const sent = ownForm(deps, request);
    if ('status' in sent) return sent;
    const form = readCheckForm(sent.fields);
    const { referral, problems, scored } = typedReferral(form, deps.policy);
    if (problems.length > 0) return checkPage(deps, form, problems);
    const today = londonDateOf(deps.now());
    const first = assess(referral, today, deps.policy);
    if (first.outcome === 'RETURNED_INVALID') return checkPage(deps, form, ruleProblems(first.problems, form, scored));
    const answer = answerOf(referral, assessAll(referral, today, deps.policy), today, deps.policy);
    const data = { answer, ...formView(form, [], deps.policy) };
    return page(deps, { template: 'public/check/answer.njk', title: answer.title, data });
  };
}

function checkPage(deps: PublicDeps, form: CheckForm, problems: readonly FieldProblem[]): HttpResponse {
  const status = problems.length > 0 ? 422 : 200;
  const data = formView(form, problems, deps.policy);
  return page(deps, { status, template: 'public/check/check.njk', title: 'Check if we would accept a referral', data });
}
