import { timeInWords } from '#domain/values/dates.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page, say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import type { Mistake } from '../engine/mistake-words.ts';
import { viewOf } from '../engine/view.ts';
import { entryFields, mailboxField } from './questions.ts';

/** The first page: asks for the mailbox. */
export function mailboxPage(deps: FormDeps, typed: string, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'mailbox', message }];
  const data = { problems, question: viewOf(mailboxField, { mailbox: typed }, problems) };
  const status = message === '' ? 200 : 422;
  return page(deps, {
    status,
    template: 'form/paper/mailbox.njk',
    title: 'Enter a paper, email or phone referral',
    data,
  });
}

/** The second page: the code, and who enters what. It is the same for an unknown mailbox. */
export function entryPage(
  deps: FormDeps,
  mailbox: string,
  typed: FormFields,
  problems: readonly Mistake[],
): HttpResponse {
  const questions = entryFields.map((field) => viewOf(field, { ...typed, code: '' }, problems));
  const data = { mailbox, questions, problems, minutes: deps.policy.codeMinutes };
  const status = problems.length === 0 ? 200 : 422;
  return page(deps, {
    status,
    template: 'form/paper/entry.njk',
    title: 'Tell us about the referral you received',
    data,
  });
}

/** The heading after too many codes. */
export const TOO_MANY_CODES = 'Too many codes';

/** The page after too many codes, with the time from which a new one can be requested. */
export function tooManyCodes(deps: FormDeps, againAt: string): HttpResponse {
  const why = `Someone asked for ${deps.policy.codeBurst} codes in a short time. You can ask for a new one from ${timeInWords(againAt)}.`;
  const said = say(deps, 429, TOO_MANY_CODES, why, 'If it was not you, tell us.');
  const seconds = Math.max(1, Math.ceil((Date.parse(againAt) - Date.parse(deps.now())) / 1000));
  return { ...said, headers: { ...said.headers, 'retry-after': String(seconds) } };
}
