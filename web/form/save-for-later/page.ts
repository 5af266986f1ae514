import { maySendLink, withLinkSent } from '#domain/draft/change.ts';
import { type Draft, isKept } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import { email } from '#domain/referral/text.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { foldedMailbox, sameMailbox } from '#domain/values/mailbox.ts';
import { isDraftId } from '../../access/draft-guard.ts';
import { isMailedBefore, mayMail } from '../../access/mail-budget.ts';
import { mayMailAnother } from '../../access/mail-ceiling.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page, say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { closed, type DraftRequest } from '../engine/draft-request.ts';
import type { Field } from '../engine/fields.ts';
import { changeDraft } from '../engine/save.ts';
import { viewOf } from '../engine/view.ts';
import { EMAIL_FORMAT, EMAIL_LINK_BUTTON, LATER_BUTTON } from '../engine/words.ts';
import { ALL_LINKS_WORK, CANNOT_EMAIL, NO_MORE_LINKS, SAVED_TITLE } from './words.ts';

/** The question for the address of a link to the draft. */
export const question: Field = {
  kind: 'text',
  path: 'email',
  label: 'Your work email address',
  called: 'your work email address',
  hint: 'We will send the link to this address',
  type: 'email',
  autocomplete: 'email',
};

/** GET: asks where to send the link, or says where it went. */
export function getSaveForLater(deps: FormDeps) {
  return async (draftRequest: DraftRequest, _parameters: FormFields, query: FormFields): Promise<HttpResponse> => {
    const { answers, mailbox, entry } = draftRequest.draft;
    if (query.sent === 'yes' && mailbox !== undefined) return savedPage(deps, draftRequest, mailbox);
    return saveForLaterPage(
      deps,
      draftRequest,
      entry ? await ownMailbox(deps, entry) : answers['referrer.email'] || mailbox || '',
      '',
    );
  };
}

/** POST: emails a private link to the draft. */
export function postSaveForLater(deps: FormDeps) {
  return async (draftRequest: DraftRequest, fields: FormFields): Promise<HttpResponse> => {
    const typed = email().safeParse(fields.email);
    if (!typed.success) {
      return saveForLaterPage(deps, draftRequest, fields.email ?? '', EMAIL_FORMAT);
    }
    const sent = await sendLink(deps, draftRequest.draft, typed.data);
    if (sent === 'CLOSED') return closed(deps, draftRequest);
    if (sent === 'TOO_MANY') return tooMany(deps);
    if (sent === 'REFUSED') return saveForLaterPage(deps, draftRequest, typed.data, CANNOT_EMAIL);
    return seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}/keep?sent=yes`));
  };
}

function savedPage(deps: FormDeps, { draft, at }: DraftRequest, mailbox: string): HttpResponse {
  const data = { at, mailbox, until: plainDate(londonDateOf(draft.expiresAt)) };
  return page(deps, { template: 'form/save-for-later/saved.njk', title: SAVED_TITLE, data });
}

/** POST after a session ended: emails a link if the typed address is in the draft. The answer is always the same. */
export function postAgain(deps: FormDeps) {
  return async (request: HttpRequest, { draft: id = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = foldedMailbox(form.fields.email ?? '');
    const draft = isDraftId(id) ? await deps.drafts.readDraft(id) : undefined;
    const own = draft?.entry
      ? [await ownMailbox(deps, draft.entry)]
      : [draft?.answers['referrer.email'], draft?.mailbox];
    if (draft && typed !== '' && own.some((address) => sameMailbox(address, typed))) await sendLink(deps, draft, typed);
    const sentence = 'If you gave this address in the referral, we will email a link to it.';
    return say(deps, 200, 'Check your email', sentence, 'It may take a few minutes. If nothing arrives, contact us.');
  };
}

/** Emails a link. It is counted before it is sent, so that repeated requests cannot flood a mailbox. */
export async function sendLink(deps: FormDeps, draft: Draft, typed: string) {
  // A referral that staff enter may only open from the mailbox that proved itself by a code.
  const mailbox = draft.entry ? await ownMailbox(deps, draft.entry) : typed;
  if (!sameMailbox(mailbox, typed)) return 'REFUSED';
  let isTooMany = false;
  const count = (current: Draft) => {
    isTooMany = !maySendLink(current, deps.now());
    return isTooMany ? undefined : withLinkSent(current, deps.now(), mailbox);
  };
  // Also for a draft being sent or sent, because the referrer may have missed the confirmation.
  const counted = await changeDraft(deps, draft, count, isKept);
  if (isTooMany || (counted && !(await mayWrite(deps, mailbox, draft)))) return 'TOO_MANY';
  return counted ? deps.mailDraftLink(counted, mailbox) : 'CLOSED';
}

/** Within the budget of the mailbox, and of all that are written to for the first time. Staff are no strangers. */
async function mayWrite(deps: FormDeps, mailbox: string, { entry }: Draft): Promise<boolean> {
  const isKnown = entry !== undefined || (await isMailedBefore(deps, mailbox));
  return (isKnown || (await mayMailAnother(deps))) && mayMail(deps, mailbox);
}

/** The mailbox for links to a draft that staff enter. Empty once the person who started it has left. */
async function ownMailbox(deps: FormDeps, entry: Entry): Promise<string> {
  return mailboxOfEntry(await deps.readTeam(), deps.config, entry) ?? '';
}

/** The page after too many links in one day. */
export function tooMany(deps: FormDeps): HttpResponse {
  return say(deps, 429, NO_MORE_LINKS, 'Your answers are saved. If no email has arrived, contact us.', ALL_LINKS_WORK);
}

function saveForLaterPage(deps: FormDeps, { csrf, at }: DraftRequest, typed: string, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'email', message }];
  const data = {
    question: viewOf(question, { email: typed }, problems),
    problems,
    csrf,
    at,
    days: deps.policy.draftDays,
    emailLink: EMAIL_LINK_BUTTON,
  };
  const status = message === '' ? 200 : 422;
  return page(deps, {
    status,
    template: 'form/save-for-later/save-for-later.njk',
    title: LATER_BUTTON,
    data,
  });
}
