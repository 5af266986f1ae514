import { sameMailbox } from '#domain/values/mailbox.ts';
import type { CodePlace } from '../../access/code-page.ts';
import { enteredCode, pressForCode, showCodePage } from '../../access/code-step.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { readSession } from '../../access/sessions.ts';
import type { TodayLink } from '../../access/today-link.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import type { StaffDeps } from '../deps.ts';
import { accountPage, startAt } from '../sign-in/account/pages.ts';
import { accountWords } from '../sign-in/account/words.ts';
import { digestLinkWords } from './words.ts';

/** GET of the link of a digest: a form, nothing else. Mail scanners may open it as often as they like. */
export function getTodayLink(deps: StaffDeps) {
  return async ({ token }: TodayLink): Promise<HttpResponse> => {
    const data = {
      ...{ token, minutes: deps.policy.codeMinutes, words: digestLinkWords },
      withAccount: deps.signIn !== undefined,
    };
    return page(deps, { template: 'staff/digest-link/link.njk', title: digestLinkWords.title, data });
  };
}

/** POST of it: on to their work where this mailbox has shown itself already, else to the code that lies in it. */
export function postTodayLink(deps: StaffDeps) {
  return async (
    live: TodayLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const open = await readSession(deps, request, 'STAFF');
    const { person } = live;
    const isTheirs = open?.session.person === person.id && sameMailbox(open.session.mailbox, person.mailbox);
    if (isTheirs) return seeOther(absoluteUrl(deps.baseUrl, '/staff'));
    return deps.signIn ? toSignIn(deps) : pressForCode(deps, placeOf(live), fields);
  };
}

/** The way to the provider; it comes back to all that they are asked to do. */
function toSignIn(deps: StaffDeps): HttpResponse {
  return accountPage(deps, {
    title: digestLinkWords.toOpen,
    sentences: [accountWords.lead],
    go: { at: startAt(deps, undefined), text: accountWords.signIn },
  });
}

/** GET of the code's address, for who reloads or comes back: the form, without sending anything. */
export function getTodayCode(deps: StaffDeps) {
  return async (live: TodayLink): Promise<HttpResponse> => showCodePage(deps, placeOf(live));
}

/** POST of a code: the right one opens a session and leads to all that they are asked to do. */
export function postTodayCode(deps: StaffDeps) {
  return async (
    live: TodayLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const entered = await enteredCode(deps, placeOf(live), fields);
    if (entered !== 'RIGHT') return entered;
    const { mailbox, id } = live.person;
    const holder = { mailbox, person: id };
    const cookie = await gainRights(deps, request, { audience: 'STAFF', holder, isProven: true });
    return seeOther(absoluteUrl(deps.baseUrl, '/staff'), [cookie]);
  };
}

/** The code goes to the present mailbox of the person whose link it is. */
function placeOf({ token, link, person }: TodayLink): CodePlace {
  const { mailbox } = person;
  return { door: { mailbox, through: link.hash }, at: `/staff/l/${token}`, mailTo: mailbox };
}
