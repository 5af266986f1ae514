import { endedUnanswered } from '#domain/case/questioned.ts';
import { referrerIsAsked } from '#domain/case/tell-family.ts';
import { ageDates } from '#domain/rules/age.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { admit } from '../../access/admit-to-draft.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { isWanted } from '../../access/referrer-link.ts';
import { leftOut } from '../../form/body/left-out.ts';
import { birthDateIn } from '../../form/body/partial-assessment.ts';
import { type EarlierReferral, prefilledDraft } from '../../form/body/prefill.ts';
import { answersOf } from '../../form/body/read-body.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, sayAndLead } from '../../layout/page.ts';
import { askedInWords } from '../answer/asked.ts';
import type { ReferralDeps } from '../deps.ts';
import { statusOf } from '../status/address.ts';
import { forwardWords, resubmitWords } from '../words.ts';

/** GET of a referral that was not accepted: what was missing, and until when it can be sent again. It begins nothing. */
export function getResubmit(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    if (!isWanted(referralRequest.theCase, 'RESUBMIT', undefined)) return notWanted(deps, referralRequest);
    const earlier = await earlierOf(deps, referralRequest);
    const { theCase, csrf } = referralRequest;
    const { reference } = theCase;
    const last = lastOn(deps, earlier);
    const data = {
      isNoEvidence: theCase.outcome === 'NOT_ACCEPTED_NO_EVIDENCE',
      question: endedUnanswered(theCase) ? askedInWords(theCase.ask).question : '',
      lastOn: last === undefined ? '' : plainDate(last),
      isPast: last !== undefined && earlier.today > last,
      lost: leftOut(earlier.body, answersOf(earlier.body)),
      ...{ csrf, reference, days: deps.policy.draftDays, words: resubmitWords },
      back: referrerIsAsked(theCase) ? forwardWords.backAndTell : forwardWords.back,
    };
    const title = `Referral ${reference}: send it again`;
    return page(deps, { template: 'referral/resubmit/resubmit.njk', title, data });
  };
}

/** POST: opens the form with the referral filled in. Pressed twice it is the same draft, and once sent its confirmation. */
export function postResubmit(deps: ReferralDeps) {
  return async (
    referralRequest: ReferralRequest,
    _fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    if (!isWanted(referralRequest.theCase, 'RESUBMIT', undefined)) return notWanted(deps, referralRequest);
    const earlier = await earlierOf(deps, referralRequest);
    const draft = await prefilledDraft(deps, earlier);
    if (draft.sent && draft.erasedAt) return sentBefore(deps, referralRequest, draft.sent.reference);
    const cookies = await admit(deps, request, draft.id, referralRequest.session.mailbox);
    return seeOther(absoluteUrl(deps.baseUrl, `/refer/${draft.id}${draft.sent ? '/sent' : ''}`), cookies);
  };
}

async function earlierOf(deps: ReferralDeps, { theCase, session }: ReferralRequest): Promise<EarlierReferral> {
  const { reference, caller, handedTo } = theCase;
  const stored = await deps.referrals.readReferral(reference);
  // What a colleague has not said of themselves is asked of them: the earlier referrer's would be wrong.
  const { name, email } = handedTo ?? {};
  const referrer = handedTo ? { name, email, role: undefined, phone: undefined, ownReference: undefined } : {};
  const today = londonDateOf(deps.now());
  return { reference, caller, body: stored?.body, referrer, mailbox: session.mailbox, today };
}

/** The last day on which Portage can be asked. */
function lastOn({ policy }: ReferralDeps, { body, today }: EarlierReferral): string | undefined {
  const dob = birthDateIn(body);
  return dob === undefined ? undefined : ageDates(dob, today, policy).lastReferralOn;
}

function notWanted(deps: ReferralDeps, { theCase }: ReferralRequest): HttpResponse {
  const title = `Referral ${theCase.reference}: send it again`;
  const onward = statusOf(theCase.reference);
  return sayAndLead(deps, { status: 409, title, onward }, 'You do not need to send this referral again.');
}

function sentBefore(deps: ReferralDeps, { theCase }: ReferralRequest, reference: string): HttpResponse {
  const title = `Referral ${theCase.reference} has been sent again`;
  const said = [`Its new reference is ${reference}.`, 'Our emails about it say where it is.'];
  return sayAndLead(deps, { status: 409, title, onward: statusOf(theCase.reference) }, ...said);
}
