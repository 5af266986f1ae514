import type { StandingCode } from '#domain/people/guess-code.ts';
import type { HttpResponse } from '../http/message.ts';
import { type PageDeps, page } from '../layout/page.ts';
import { retryAfter } from '../layout/retry-after.ts';
import { codeWords, standingInWords, waitInWords } from './code-words.ts';
import type { CodeDeps, CodeDoor } from './codes.ts';

/** Where a code is asked for and entered. */
export interface CodePlace {
  readonly door: CodeDoor;
  /** The address of the link below the base URL: it takes a press of its button, `/code` below it takes the code. */
  readonly at: string;
  /** Where the email with the code goes. */
  readonly mailTo: string;
  /** What the link is about; it stands in the tags of the email. */
  readonly reference?: string;
}

export interface CodeState {
  readonly standing?: StandingCode | undefined;
  /** What only the page that asked for the code holds; it gives its reader tries of their own. */
  readonly asker?: string | undefined;
  readonly problem?: string;
  /** No new code before then. */
  readonly againAt?: string;
}

/** The form for the code, with a second one for a new code. Whatever is refused, the field for the code stays. */
export function codePage(deps: PageDeps & Pick<CodeDeps, 'now'>, place: CodePlace, state: CodeState): HttpResponse {
  const { standing, asker = '', problem, againAt } = state;
  const problems = problem === undefined ? [] : [{ path: 'code', message: problem }];
  const data = {
    ...{ at: place.at, asker, problems, newCode: codeWords.newCode },
    sent: standing ? standingInWords(standing) : codeWords.none,
    wait: againAt === undefined ? '' : waitInWords(againAt),
  };
  const refusal = problem === undefined ? 200 : 422;
  return page(deps, {
    ...(againAt === undefined ? {} : { headers: retryAfter(againAt, deps.now()) }),
    status: againAt === undefined ? refusal : 429,
    template: 'access/code.njk',
    title: codeWords.enter,
    data,
  });
}
