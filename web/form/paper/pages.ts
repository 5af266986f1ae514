import { codeWords, waitInWords } from '../../access/code-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
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

/**
 * The second page: the code, and who enters what. It is the same for an unknown mailbox. With `againAt` it says that no new
 * code comes before then.
 */
export function entryPage(
  deps: FormDeps,
  mailbox: string,
  typed: FormFields,
  problems: readonly Mistake[],
  againAt?: string,
): HttpResponse {
  const questions = entryFields.map((field) => viewOf(field, { ...typed, code: '' }, problems));
  const code = { asker: typed.asker ?? '', newCode: codeWords.newCode, minutes: deps.policy.codeMinutes };
  const wait = againAt === undefined ? '' : waitInWords(againAt);
  const status = againAt === undefined ? 200 : 429;
  return page(deps, {
    ...(againAt === undefined ? {} : { headers: retryAfter(againAt, deps.now()) }),
    status: problems.length === 0 ? status : 422,
    template: 'form/paper/entry.njk',
    title: 'Tell us about the referral you received',
    data: { mailbox, questions, problems, wait, ...code },
  });
}
