import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { codeWords } from '../words.ts';

/** The form for the code; with a problem it is shown again, with `gone` only a new code helps. */
export function codePage(
  deps: StaffDeps,
  state: { readonly token: string; readonly reference: string; readonly problem?: string; readonly gone?: string },
): HttpResponse {
  const { token, reference, problem, gone = '' } = state;
  const problems = problem === undefined ? [] : [{ path: 'code', message: problem }];
  const data = { newCode: codeWords.newCode, token, reference, gone, problems, minutes: deps.policy.codeMinutes };
  const title = gone === '' ? codeWords.enter : codeWords.ask;
  return page(deps, {
    status: problem === undefined && gone === '' ? 200 : 422,
    template: 'staff/code/code.njk',
    title,
    data,
  });
}
