import { personByMailbox } from '#domain/people/team.ts';
import { email } from '#domain/referral/text.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { markBrowser } from '../../access/browser-mark.ts';
import { askAtDoor } from '../../access/knock.ts';
import { AREA } from '../../access/mailbox-door.ts';
import { readSession } from '../../access/sessions.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page } from '../../layout/page.ts';
import { areaWords } from '../area/words.ts';
import type { StaffDeps } from '../deps.ts';
import { codePage } from './code-page.ts';
import { signInWords } from './words.ts';

/** In milliseconds: longer than an email takes to leave, so that the time does not tell whose mailbox is known. */
const ANSWER_AFTER = 1000;

/** GET: the form for the mailbox; someone who is signed in goes on to their work. */
export function getSignIn(deps: StaffDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> =>
    (await readSession(deps, request, 'STAFF'))
      ? seeOther(absoluteUrl(deps.baseUrl, '/staff'))
      : mailboxPage(deps, '', '');
}

/** POST: emails a code to a member of staff. Any other mailbox gets the same count, the same answer and the same time. */
export function postSignIn(deps: StaffDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = email().safeParse(form.fields.mailbox);
    if (!typed.success) return mailboxPage(deps, form.fields.mailbox ?? '', areaWords.emailFormat);
    const startedAt = Date.parse(deps.now());
    const mailbox = foldedMailbox(typed.data);
    const { browser, cookie } = markBrowser(deps, request, AREA.cookie);
    const asked = await askAtDoor(deps, { door: AREA, typed: mailbox, browser }, form.fields.newCode !== undefined);
    const known = personByMailbox(await deps.readTeam(), mailbox);
    if (asked.kind === 'MAIL' && known) await deps.mailCode(known.mailbox, asked.code);
    await deps.wait(Math.max(0, startedAt + ANSWER_AFTER - Date.parse(deps.now())));
    const answer = codePage(deps, {
      mailbox,
      asker: asked.kind === 'MAIL' ? asked.asker : '',
      againAt: asked.kind === 'WAIT' ? asked.againAt : undefined,
    });
    return { ...answer, cookies: [cookie] };
  };
}

function mailboxPage(deps: StaffDeps, mailbox: string, message: string): HttpResponse {
  return page(deps, {
    status: message === '' ? 200 : 422,
    template: 'staff/sign-in/mailbox.njk',
    title: signInWords.title,
    data: { mailbox, problems: message === '' ? [] : [{ path: 'mailbox', message }], words: signInWords },
  });
}
