import { timeInWords } from '#domain/values/dates.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { Mistake } from '../engine/mistakes.ts';
import { viewOf } from '../engine/view.ts';
import { entryFields, mailboxField } from './questions.ts';

/** The first page: to which mailbox the code shall go. */
export function mailboxPage(deps: FormDeps, typed: string, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'mailbox', message }];
  const data = { problems, question: viewOf(mailboxField, { mailbox: typed }, problems) };
  const status = message === '' ? 200 : 422;
  return page(deps, { status, template: 'form/paper/mailbox.njk', title: 'Staff: enter a referral', data });
}

/** The second: the code, and what the form must know before it begins. The same for a mailbox that nobody knows. */
export function entryPage(
  deps: FormDeps,
  mailbox: string,
  typed: FormFields,
  problems: readonly Mistake[],
): HttpResponse {
  const questions = entryFields.map((field) => viewOf(field, { ...typed, code: '' }, problems));
  const data = { mailbox, questions, problems, minutes: deps.policy.codeMinutes };
  const status = problems.length === 0 ? 200 : 422;
  return page(deps, { status, template: 'form/paper/entry.njk', title: 'Who enters this referral?', data });
}

export function tooManyCodes(deps: FormDeps, againAt: string): HttpResponse {
  const why = `${deps.policy.codeBurst} codes were asked for in a short time. You can ask for a new one from ${timeInWords(againAt)}.`;
  const said = say(deps, 429, 'Too many codes were asked for', why, 'If you did not ask for them, tell us.');
  const seconds = Math.max(1, Math.ceil((Date.parse(againAt) - Date.parse(deps.now())) / 1000));
  return { ...said, headers: { ...said.headers, 'retry-after': String(seconds) } };
}
