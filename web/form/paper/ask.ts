import { staffMailbox } from '#domain/draft/staff-mailbox.ts';
import { email } from '#domain/referral/text.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { markBrowser } from '../../access/browser-mark.ts';
import { askAtDoor } from '../../access/knock.ts';
import { ENTRY } from '../../access/mailbox-door.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { FormDeps } from '../deps.ts';
import { EMAIL_FORMAT } from '../engine/words.ts';
import { entryPage, mailboxPage } from './pages.ts';

/** In milliseconds: longer than an email takes to leave, so that the time does not tell whose mailbox is known. */
const ANSWER_AFTER = 1000;

/** GET: the form for the mailbox. It stores and sends nothing. */
export function getStaff(deps: FormDeps) {
  return async (): Promise<HttpResponse> => mailboxPage(deps, '', '');
}

/** GET of the second page: redirects to the first, because the code belongs to a mailbox. */
export function getEntry(deps: FormDeps) {
  return async (): Promise<HttpResponse> => seeOther(absoluteUrl(deps.baseUrl, '/refer/staff'));
}

/**
 * POST: emails a code to a mailbox of ours, unless one that works was sent to this browser a moment ago. Any other mailbox
 * gets the same count, the same answer and the same time.
 */
export function postStaff(deps: FormDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = email().safeParse(form.fields.mailbox);
    if (!typed.success) {
      return mailboxPage(deps, form.fields.mailbox ?? '', EMAIL_FORMAT);
    }
    const startedAt = deps.now();
    const mailbox = foldedMailbox(typed.data);
    const { browser, cookie } = markBrowser(deps, request, ENTRY.cookie);
    const knock = { door: ENTRY, typed: mailbox, browser };
    const asked = await askAtDoor(deps, knock, form.fields.newCode !== undefined);
    const known = staffMailbox(await deps.readTeam(), deps.config, mailbox);
    if (asked.kind === 'MAIL' && known !== undefined) await deps.mailCode(known, asked.code);
    await deps.wait(Math.max(0, Date.parse(startedAt) + ANSWER_AFTER - Date.parse(deps.now())));
    const typedNow = asked.kind === 'MAIL' ? { asker: asked.asker } : {};
    const answer = entryPage(deps, mailbox, typedNow, [], asked.kind === 'WAIT' ? asked.againAt : undefined);
    return { ...answer, cookies: [cookie] };
  };
}
