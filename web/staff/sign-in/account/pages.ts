import { absoluteUrl } from '../../../http/base-url.ts';
import type { HttpResponse } from '../../../http/message.ts';
import { type PageDeps, page } from '../../../layout/page.ts';
import { accountWords, type Refusal, refusals } from './words.ts';

interface AccountPage {
  readonly status?: number;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly go?: { readonly at: string; readonly text: string };
  /** Where the browser goes by itself. A page of ours in between is what makes it send the session's Strict cookie. */
  readonly onTo?: string;
}

/** One page of signing in and out: what it says, and the one way on. */
export function accountPage(deps: PageDeps, { status, title, sentences, go, onTo }: AccountPage): HttpResponse {
  return page(deps, {
    ...(status === undefined ? {} : { status }),
    ...(onTo === undefined ? {} : { headers: { refresh: `0;url=${onTo}` } }),
    template: 'staff/sign-in/account/account.njk',
    title,
    data: { sentences, go },
  });
}

/** Where a browser begins to sign in. A link and no form: a page may not send a form to the provider. */
export function startAt({ baseUrl }: Pick<PageDeps, 'baseUrl'>, work: string | undefined, anew = false): string {
  const query = new URLSearchParams({ ...(work === undefined ? {} : { work }), ...(anew ? { anew: 'yes' } : {}) });
  return absoluteUrl(baseUrl, `/staff/sign-in/start${query.size === 0 ? '' : `?${query}`}`);
}

const statuses: Partial<Record<Refusal, number>> = { UNREACHABLE: 503, CANCELLED: 200 };
/** Another account may do where this one does not. */
const ofAccount: ReadonlySet<Refusal> = new Set(['NO_MAILBOX', 'NO_GROUP', 'NOT_IN_TEAM']);

/** The page for someone who could not sign in: why, in words, and the way to try again. */
export function refusedPage(deps: PageDeps, why: Refusal, work: string | undefined): HttpResponse {
  const anew = ofAccount.has(why);
  const text = anew ? accountWords.other : accountWords.again;
  return accountPage(deps, {
    ...refusals[why],
    status: statuses[why] ?? 403,
    go: { at: startAt(deps, work, anew), text },
  });
}
