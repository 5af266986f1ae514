import { codeWords, waitInWords } from '../../access/code-words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import type { ReferralDeps } from '../deps.ts';
import { mineWords } from './words.ts';

/** The first page: asks for the mailbox. */
export function mailboxPage(deps: ReferralDeps, mailbox = '', message = ''): HttpResponse {
  return page(deps, {
    status: message === '' ? 200 : 422,
    template: 'referral/mine/mailbox.njk',
    title: mineWords.title,
    data: { mailbox, problems: message === '' ? [] : [{ path: 'mailbox', message }], words: mineWords },
  });
}

interface CodeState {
  readonly mailbox: string;
  readonly asker: string;
  /** No new code before then, or no code is tried. */
  readonly againAt?: string | undefined;
  readonly problem?: string;
}

/** The second page: the code. It is the same for an unknown mailbox, and keeps its field whatever is refused. */
export function codePage(deps: ReferralDeps, { mailbox, asker, againAt, problem }: CodeState): HttpResponse {
  const status = againAt === undefined ? 200 : 429;
  return page(deps, {
    ...(againAt === undefined ? {} : { headers: retryAfter(againAt, deps.now()) }),
    status: problem === undefined ? status : 422,
    template: 'referral/mine/code.njk',
    title: codeWords.enter,
    data: {
      ...{ mailbox, asker, words: mineWords, newCode: codeWords.newCode },
      sent: [mineWords.known(mailbox), mineWords.works(deps.policy.codeMinutes)],
      wait: againAt === undefined ? '' : waitInWords(againAt),
      problems: problem === undefined ? [] : [{ path: 'code', message: problem }],
    },
  });
}
