import { staffMailbox } from '#domain/draft/staff-mailbox.ts';
import { email } from '#domain/referral/text.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { askCode } from '../../access/codes.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { FormDeps } from '../deps.ts';
import { EMAIL_FORMAT } from '../engine/words.ts';
import { doorOf } from './mailbox.ts';
import { entryPage, mailboxPage } from './pages.ts';

/** GET: the form for the mailbox. It stores and sends nothing. */
export function getStaff(deps: FormDeps) {
  return async (): Promise<HttpResponse> => mailboxPage(deps, '', '');
}

/** GET of the second page: redirects to the first, because the code belongs to a mailbox. */
export function getEntry(deps: FormDeps) {
  return async (): Promise<HttpResponse> => seeOther(absoluteUrl(deps.baseUrl, '/refer/staff'));
}

/**
 * POST: emails a code to a mailbox of ours, unless one that works was sent a moment ago. Any other mailbox gets the same
 * count and answer.
 */
export function postStaff(deps: FormDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = email().safeParse(form.fields.mailbox);
    if (!typed.success) {
      return mailboxPage(deps, form.fields.mailbox ?? '', EMAIL_FORMAT);
    }
    const mailbox = foldedMailbox(typed.data);
    const asked = await askCode(deps, doorOf(mailbox), form.fields.newCode !== undefined);
    if (asked.kind === 'WAIT') return entryPage(deps, mailbox, {}, [], asked.againAt);
    if (asked.kind === 'IN_MAILBOX') return entryPage(deps, mailbox, {}, []);
    const known = staffMailbox(await deps.readTeam(), deps.config, mailbox);
    if (known !== undefined) await deps.mailCode(known, asked.code);
    return entryPage(deps, mailbox, { asker: asked.asker }, []);
  };
}
