import { email } from '#domain/referral/text.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { markBrowser } from '../../access/browser-mark.ts';
import { askAtDoor } from '../../access/knock.ts';
import { MINE } from '../../access/mailbox-door.ts';
import { mailboxGuard } from '../../access/mailbox-guard.ts';
import { EMAIL_FORMAT } from '../../form/engine/words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import { ownForm } from '../../layout/own-form.ts';
import type { ReferralDeps } from '../deps.ts';
import { codePage, mailboxPage } from './door-pages.ts';

/** In milliseconds: longer than an email takes to leave, so that the time does not tell whose mailbox is known. */
const ANSWER_AFTER = 1000;
const HOUR = 60;

/** GET: the form for the mailbox; who has entered a code goes on to the list. It stores and sends nothing. */
export function getMine(deps: ReferralDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> =>
    'seen' in (await mailboxGuard(deps)(request, {}))
      ? seeOther(absoluteUrl(deps.baseUrl, '/referral/mine/list'))
      : mailboxPage(deps);
}

/** GET of the second page: redirects to the first, because the code belongs to a mailbox. */
export function getMineCode(deps: ReferralDeps) {
  return async (): Promise<HttpResponse> => seeOther(absoluteUrl(deps.baseUrl, '/referral/mine'));
}

/**
 * POST: emails a code to a mailbox that has referrals. Any other gets the same count, the same answer and the same time. No
 * link proves that whoever asks has had an email of ours, so a mailbox gets as few codes an hour as it gets links.
 */
export function postMine(deps: ReferralDeps) {
  return async (request: HttpRequest): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = email().safeParse(form.fields.mailbox);
    if (!typed.success) return mailboxPage(deps, form.fields.mailbox ?? '', EMAIL_FORMAT);
    const startedAt = Date.parse(deps.now());
    const mailbox = foldedMailbox(typed.data);
    const { browser, cookie } = markBrowser(deps, request, MINE.cookie);
    const policy = { ...deps.policy, codeBurst: deps.policy.linksAnHour, codeWindowMinutes: HOUR };
    const knock = { door: MINE, typed: mailbox, browser };
    const asked = await askAtDoor({ ...deps, policy }, knock, form.fields.newCode !== undefined);
    const isKnown = await deps.hasReferrals(mailbox);
    if (asked.kind === 'MAIL' && isKnown) await deps.mailCode(mailbox, asked.code);
    await deps.wait(Math.max(0, startedAt + ANSWER_AFTER - Date.parse(deps.now())));
    const answer = codePage(deps, {
      mailbox,
      asker: asked.kind === 'MAIL' ? asked.asker : '',
      againAt: asked.kind === 'WAIT' ? asked.againAt : undefined,
    });
    return { ...answer, cookies: [cookie] };
  };
}
