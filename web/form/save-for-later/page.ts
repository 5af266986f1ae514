import { maySendLink, withLinkSent } from '#domain/draft/change.ts';
import { type Draft, isKept } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { mailboxOfEntry } from '#domain/draft/staff-mailbox.ts';
import { email } from '#domain/referral/text.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { ownForm } from '../../layout/own-form.ts';
import { page, say } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { closed, type DraftRequest, isDraftId } from '../engine/draft-request.ts';
import type { Field } from '../engine/fields.ts';
import { changeDraft } from '../engine/save.ts';
import { viewOf } from '../engine/view.ts';

/** Where a link to the draft shall go. */
export const question: Field = {
  kind: 'text',
  path: 'email',
  label: 'Your work e-mail address',
  hint: 'The link lets whoever has it go on with the referral.',
  type: 'email',
  autocomplete: 'email',
};

/** GET: where the link shall go, or where it went. */
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

/** POST: a private link to the draft goes to this address. */
export function postSaveForLater(deps: FormDeps) {
  return async (draftRequest: DraftRequest, fields: FormFields): Promise<HttpResponse> => {
    const typed = email().safeParse(fields.email);
    if (!typed.success) {
      return saveForLaterPage(
        deps,
        draftRequest,
        fields.email ?? '',
        'Write one e-mail address, such as name@example.org',
      );
    }
    const sent = await sendLink(deps, draftRequest.draft, typed.data);
    if (sent === 'CLOSED') return closed(deps, draftRequest);
    if (sent === 'TOO_MANY') return tooMany(deps);
    if (sent === 'REFUSED')
      return saveForLaterPage(deps, draftRequest, typed.data, 'No e-mail can be sent to this address. Use another');
    return seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}/keep?sent=yes`));
  };
}

function savedPage(deps: FormDeps, { draft, at }: DraftRequest, mailbox: string): HttpResponse {
  const data = { at, mailbox, until: plainDate(londonDateOf(draft.expiresAt)) };
  return page(deps, { template: 'form/save-for-later/saved.njk', title: 'Your answers are saved', data });
}

/**
 * POST from a browser that may not open the draft any more: a link goes to the address in the draft, if it is the one that
 * was typed. What is answered is the same in any case.
 */
export function postAgain(deps: FormDeps) {
  return async (request: HttpRequest, { draft: id = '' }: Parameters): Promise<HttpResponse> => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const typed = (form.fields.email ?? '').trim().toLowerCase();
    const draft = isDraftId(id) ? await deps.drafts.readDraft(id) : undefined;
    const own = draft?.entry
      ? [await ownMailbox(deps, draft.entry)]
      : [draft?.answers['referrer.email'], draft?.mailbox];
    const known = own.map((address) => address?.trim().toLowerCase());
    if (draft && typed !== '' && known.includes(typed)) await sendLink(deps, draft, typed);
    const sentence = 'If this is the address that you gave in the referral, a link to it is on its way.';
    return say(deps, 200, 'Look into your inbox', sentence, 'It may take a few minutes. If nothing comes, ask us.');
  };
}

/** Counted before it is sent, so that pressing often does not flood a mailbox. */
export async function sendLink(deps: FormDeps, draft: Draft, typed: string) {
  // What staff enter is theirs to see: its links go to whoever has shown by a code that the mailbox is theirs.
  const mailbox = draft.entry ? await ownMailbox(deps, draft.entry) : typed;
  if (!sameMailbox(mailbox, typed)) return 'REFUSED';
  let isTooMany = false;
  const count = (current: Draft) => {
    isTooMany = !maySendLink(current, deps.now());
    return isTooMany ? undefined : withLinkSent(current, deps.now(), mailbox);
  };
  // Also of one that is being sent or was sent: whoever comes too late for the answer wants to know what became of it.
  const counted = await changeDraft(deps, draft, count, isKept);
  if (isTooMany) return 'TOO_MANY';
  return counted ? deps.mailDraftLink(counted, mailbox) : 'CLOSED';
}

/** Where a draft's links go that staff enter; no address once whoever began it has left. */
async function ownMailbox(deps: FormDeps, entry: Entry): Promise<string> {
  return mailboxOfEntry(await deps.readTeam(), deps.config, entry) ?? '';
}

export function tooMany(deps: FormDeps): HttpResponse {
  const why = 'Several links to this referral were sent today. Any of them works: look into your inbox.';
  return say(deps, 429, 'No more links today', why, 'Your answers are saved. If no e-mail has come, ask us.');
}

function saveForLaterPage(deps: FormDeps, { csrf, at }: DraftRequest, typed: string, message: string): HttpResponse {
  const problems = message === '' ? [] : [{ path: 'email', message }];
  const data = {
    question: viewOf(question, { email: typed }, problems),
    problems,
    csrf,
    at,
    days: deps.policy.draftDays,
  };
  const status = message === '' ? 200 : 422;
  return page(deps, {
    status,
    template: 'form/save-for-later/save-for-later.njk',
    title: 'Save and come back later',
    data,
  });
}
