import { email } from '#domain/referral/text.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { FormDeps } from '../deps.ts';
import { closed, type DraftRequest } from '../engine/draft-request.ts';
import { fromIn, withFrom } from '../engine/return-to.ts';
import { viewOf } from '../engine/view.ts';
import { EMAIL_FORMAT, EMAIL_LINK_BUTTON } from '../engine/words.ts';
import { question, sendLink, tooMany } from '../save-for-later/page.ts';
import { CANNOT_EMAIL } from '../save-for-later/words.ts';
import { lastDayIn } from './last-day.ts';
import { type FileSlot, slotAt } from './slot.ts';
import { LAST_DAY, WITHOUT_FILE } from './words.ts';

/** GET: how to add a document that is not on this device, and until when. */
export function getUploadBlocked(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    { page: path = '', entry }: FormFields,
    query: FormFields,
  ): Promise<HttpResponse> => {
    const slot = slotAt(draftRequest.draft.answers, path, entry);
    if (!slot) return notFound(deps);
    const { answers, mailbox } = draftRequest.draft;
    const typed = answers['referrer.email'] || mailbox || '';
    return uploadBlockedPage(deps, draftRequest, slot, {
      typed,
      from: fromIn(query),
      isSent: query.sent === 'yes',
      message: '',
    });
  };
}

/** POST: emails a private link, to add the document on another device. */
export function postUploadBlocked(deps: FormDeps) {
  return async (
    draftRequest: DraftRequest,
    fields: FormFields,
    { page: path = '', entry }: FormFields,
  ): Promise<HttpResponse> => {
    const slot = slotAt(draftRequest.draft.answers, path, entry);
    if (!slot) return notFound(deps);
    const refused = (message: string) =>
      uploadBlockedPage(deps, draftRequest, slot, {
        typed: fields.email ?? '',
        from: fromIn(fields),
        isSent: false,
        message,
      });
    const typed = email().safeParse(fields.email);
    if (!typed.success) return refused(EMAIL_FORMAT);
    const sent = await sendLink(deps, draftRequest.draft, typed.data);
    if (sent === 'CLOSED') return closed(deps, draftRequest);
    if (sent === 'TOO_MANY') return tooMany(deps);
    if (sent === 'REFUSED') return refused(CANNOT_EMAIL);
    const from = fromIn(fields) === '' ? '' : '&from=check';
    return seeOther(absoluteUrl(deps.baseUrl, `${draftRequest.at}/${slot.address}/cannot?sent=yes${from}`));
  };
}

interface UploadBlockedView {
  readonly typed: string;
  readonly from: string;
  readonly isSent: boolean;
  readonly message: string;
}

function uploadBlockedPage(
  deps: FormDeps,
  draftRequest: DraftRequest,
  slot: FileSlot,
  { typed, from, isSent, message }: UploadBlockedView,
): HttpResponse {
  const { csrf, at, draft } = draftRequest;
  const problems = message === '' ? [] : [{ path: 'email', message }];
  const here = `${at}/${slot.address}`;
  const next = slot.next === '' ? at : `${at}/${slot.next}`;
  const data = {
    question: viewOf(question, { email: typed }, problems),
    sentTo: isSent ? (draft.mailbox ?? '') : '',
    keptUntil: plainDate(londonDateOf(draft.expiresAt)),
    lastDay: lastDayIn(deps, draftRequest),
    lastDayLabel: LAST_DAY,
    withoutFile: WITHOUT_FILE,
    emailLink: EMAIL_LINK_BUTTON,
    document: slot.document,
    isAssessment: slot.isAlone,
    assessment: withFrom(`${at}/${slot.back}`, from),
    action: `${here}/cannot`,
    back: withFrom(here, from),
    next: withFrom(next, from),
    ...{ problems, csrf, from },
  };
  const status = message === '' ? 200 : 422;
  return page(deps, {
    status,
    template: 'form/files/upload-blocked.njk',
    title: 'If you cannot add the file here',
    data,
  });
}
