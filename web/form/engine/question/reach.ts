import { isAlarmed } from '#domain/draft/alarm.ts';
import { next } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { numberIn } from '#domain/values/phone-number.ts';
import { absoluteUrl } from '../../../http/base-url.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import type { FormDeps } from '../../deps.ts';
import { closed, type DraftRequest } from '../draft-request.ts';
import { changeDraft } from '../save.ts';
import { PHONE, reachView } from './reach-view.ts';
import { reachWords } from './reach-words.ts';
import { notesPage } from './read.ts';

/** POST of a phone number for the duty mailbox. It is saved as the referrer's own, and sent once. */
export function postReach(deps: FormDeps) {
  return async (draftRequest: DraftRequest, fields: FormFields): Promise<HttpResponse> => {
    const { draft, at } = draftRequest;
    const typed = fields[PHONE] ?? '';
    const back = seeOther(absoluteUrl(deps.baseUrl, `${at}/risk/read`));
    if (!isAlarmed(draft) || draft.entry) return back;
    if (numberIn(typed) === undefined) {
      return notesPage(deps, draftRequest, 'risk', '', reachView(draftRequest, typed, reachWords.wrong));
    }
    const saved = await changeDraft(deps, draft, (current) => withPhone(current, deps.now(), typed));
    if (!saved) return closed(deps, draftRequest);
    await deps.alarmOfDraft(saved, 'CONTACT');
    return back;
  };
}

function withPhone(draft: Draft, now: string, typed: string): Draft {
  return next(draft, now, { answers: { ...draft.answers, [PHONE]: typed.slice(0, 100) } });
}
