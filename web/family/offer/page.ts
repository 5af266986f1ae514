import { type FamilyAnswer, familyAnswerSchema, type Offer } from '#domain/support/offer.ts';
import { whenInWords, whereInWords } from '#domain/support/offer-words.ts';
import { offerOf } from '#domain/support/support.ts';
import { answerBy } from '#domain/support/time.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { FamilyRequest } from '../../access/family-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpResponse } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page, say } from '../../layout/page.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { answerChoices, doneInWords, offeredInWords, offerWords } from './words.ts';

const LONGEST = 1000;

interface Typed {
  readonly answer: string;
  readonly more: string;
}

/** GET: what is offered and until when, with the four answers; or what became of it. */
export function getOffer(deps: FamilyPagesDeps) {
  return async (request: FamilyRequest): Promise<HttpResponse> => {
    const offer = offerOf(request.support, request.offer);
    if (!offer) return notFound(deps);
    if (offer.answer || offer.ended) return closedPage(deps, offer, false);
    return offerPage(deps, request, offer, { answer: '', more: '' });
  };
}

/** POST: the answer stands at once, or the page says what was first. Nothing that was sent is lost. */
export function postOffer(deps: FamilyPagesDeps) {
  return async (request: FamilyRequest, { answer = '', more = '' }: FormFields): Promise<HttpResponse> => {
    const offer = offerOf(request.support, request.offer);
    if (!offer) return notFound(deps);
    const what = familyAnswerSchema.safeParse(answer).data;
    const problems = [
      ...(what === undefined ? [{ path: 'answer', message: offerWords.choose }] : []),
      ...(more.length > LONGEST ? [{ path: 'more', message: offerWords.tooLong }] : []),
    ];
    if (what === undefined || problems.length > 0) return offerPage(deps, request, offer, { answer, more }, problems);
    return answered(deps, request, what, more.trim());
  };
}

async function answered(deps: FamilyPagesDeps, request: FamilyRequest, what: FamilyAnswer, text: string) {
  const { support, offer, actor: by } = request;
  const given = { offer, what, way: 'LINK', by, text } as const;
  const result = await deps.answerOffer(support.reference, given);
  if (result.kind === 'UNKNOWN') return notFound(deps);
  if (result.kind === 'TOO_LATE') return closedPage(deps, result.offer, true);
  return say(deps, 200, offerWords.done, ...doneInWords(what));
}

/** What was first: the deadline, an answer by link or phone, or the end of the referral. `isKept`: they have just sent one too. */
function closedPage(deps: FamilyPagesDeps, { answer, ended }: Offer, isKept: boolean): HttpResponse {
  const call = `${deps.config.contact.phone} (${deps.config.contact.hours})`;
  const status = isKept ? 409 : 200;
  if (ended || !answer) return say(deps, status, offerWords.endedTitle, offerWords.ended, call);
  if (answer.what === 'NO_ANSWER') return say(deps, status, offerWords.lateTitle, ...offerWords.late, call);
  const sentences = isKept
    ? [offerWords.first, ...doneInWords(answer.what), offerWords.kept]
    : doneInWords(answer.what);
  return say(deps, status, isKept ? offerWords.firstTitle : offerWords.done, ...sentences, call);
}

function offerPage(
  deps: FamilyPagesDeps,
  { csrf, showsWhen, support: { reference } }: FamilyRequest,
  { slot, reachedAt, madeAt, callAskedAt }: Offer,
  typed: Typed,
  problems: readonly { readonly path: string; readonly message: string }[] = [],
): HttpResponse {
  const by = plainDate(answerBy(reachedAt ?? madeAt, deps.policy));
  const data = {
    ...{ reference, csrf, ...typed, problems, words: offerWords, choices: answerChoices },
    what: offeredInWords(slot.pathway),
    ...(showsWhen ? { when: whenInWords(slot), where: whereInWords(slot) } : { when: null, where: [] }),
    by: callAskedAt === undefined ? offerWords.by(by) : null,
  };
  const status = problems.length > 0 ? 422 : 200;
  return page(deps, { status, template: 'family/offer/offer.njk', title: offerWords.title, data });
}
