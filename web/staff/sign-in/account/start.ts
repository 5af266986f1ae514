import type { SignInProvider } from '#domain/ports/sign-in.ts';
import { readSession } from '../../../access/sessions.ts';
import { beginSignIn, workNamed } from '../../../access/sign-in-begun.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../../http/message.ts';
import type { StaffDeps } from '../../deps.ts';
import { signInWords } from '../words.ts';
import { accountPage, refusedPage, startAt } from './pages.ts';
import { accountWords } from './words.ts';

/** GET: the way to the provider; someone who is signed in goes on to their work. */
export function getAccountSignIn(deps: StaffDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    if (await readSession(deps, request, 'STAFF')) return seeOther(absoluteUrl(deps.baseUrl, '/staff'));
    const go = { at: startAt(deps, workNamed(request.query.work)), text: accountWords.signIn };
    return accountPage(deps, { title: signInWords.title, sentences: [accountWords.lead], go });
  };
}

/** GET: begins a sign-in and leads to the provider. It stores nothing: all of it is in a cookie of this browser. */
export function getStart(deps: StaffDeps, provider: SignInProvider) {
  return async ({ query }: HttpRequest): Promise<HttpResponse> => {
    const work = workNamed(query.work);
    const { checks, cookie } = beginSignIn(deps, work);
    const begun = await provider.begin(checks, query.anew === 'yes');
    if ('at' in begun) return seeOther(begun.at, [cookie]);
    deps.log.error('sign-in-unreachable', { why: begun.why });
    return refusedPage(deps, 'UNREACHABLE', work);
  };
}
