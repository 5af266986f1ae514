import { codeWords, waitInWords } from '../../access/code-words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import type { StaffDeps } from '../deps.ts';
import { signInWords } from './words.ts';

interface CodePage {
  readonly mailbox: string;
  readonly asker: string;
  /** From when a new code may be asked for, or a code be tried; undefined where that is now. */
  readonly againAt?: string | undefined;
  readonly problem?: string;
}

/** The page for the code. It is the same for an unknown mailbox, and keeps its field whatever is refused. */
export function codePage(deps: StaffDeps, { mailbox, asker, againAt, problem }: CodePage): HttpResponse {
  const status = againAt === undefined ? 200 : 429;
  return page(deps, {
    status: problem === undefined ? status : 422,
    ...(againAt === undefined ? {} : { headers: retryAfter(againAt, deps.now()) }),
    template: 'staff/sign-in/code.njk',
    title: signInWords.codeTitle,
    data: {
      ...{ mailbox, asker, newCode: codeWords.newCode, minutes: deps.policy.codeMinutes },
      wait: againAt === undefined ? '' : waitInWords(againAt),
      problems: problem === undefined ? [] : [{ path: 'code', message: problem }],
      words: signInWords,
    },
  });
}
