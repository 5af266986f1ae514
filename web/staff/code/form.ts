import type { Policy } from '#domain/service/policy.ts';
import type { HttpResponse } from '../../http/message.ts';
import { type PageDeps, page } from '../../layout/page.ts';
import { codeWords } from '../words.ts';

/** The holder of a mailed link who has to show that they read the mailbox that received it. */
export interface CodeHolder {
  readonly token: string;
  readonly reference: string;
  /** Where the code goes. */
  readonly mailbox: string;
  /** The address of their links, without the token. */
  readonly door: '/triage/l' | '/shared/l';
}

export interface CodeFormDeps extends PageDeps {
  readonly policy: Pick<Policy, 'codeMinutes'>;
}

/** The form for the code; with a problem it is shown again, with `gone` only a new code helps. */
export function codePage(
  deps: CodeFormDeps,
  { token, reference, door }: CodeHolder,
  { problem, gone = '' }: { readonly problem?: string; readonly gone?: string } = {},
): HttpResponse {
  const problems = problem === undefined ? [] : [{ path: 'code', message: problem }];
  const data = { newCode: codeWords.newCode, token, reference, door, gone, problems, minutes: deps.policy.codeMinutes };
  const title = gone === '' ? codeWords.enter : codeWords.ask;
  return page(deps, {
    status: problem === undefined && gone === '' ? 200 : 422,
    template: 'staff/code/code.njk',
    title,
    data,
  });
}
