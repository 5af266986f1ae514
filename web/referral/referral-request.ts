import type { Case } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { LinkPurpose } from '#domain/people/link.ts';
import { isReference } from '#domain/values/reference.ts';
import { type Grant, type OpenSession, readSession } from '../access/sessions.ts';
import type { FormFields } from '../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import type { Parameters, RouteHandle } from '../http/router.ts';
import { notFound } from '../layout/not-found.ts';
import { ownForm } from '../layout/own-form.ts';
import { forgedPage } from '../layout/refusals.ts';
import type { ReferralDeps } from './deps.ts';
import { handedOnInWords, handedOnPage } from './handed-on.ts';
import { withTyped } from './session-expired.ts';

/** A browser that opened a link of this purpose to this case, and whose mailbox is still the referrer's. */
export interface ReferralRequest extends OpenSession {
  readonly theCase: Case;
  readonly grant: Grant;
  /** The people of the referral as it was sent; who the referrer is now is said by `referrerOf`. */
  readonly referral: Addressees;
}

/** A page for browsers that opened a link of this purpose; all others see the page of unknown links. */
export function shownToReferrer(
  deps: ReferralDeps,
  purpose: LinkPurpose,
  show: (referralRequest: ReferralRequest, parameters: Parameters) => Promise<HttpResponse>,
): RouteHandle {
  return async (request, parameters) => {
    const referralRequest = await referralRequestOf(deps, request, purpose, parameters.reference ?? '');
    return 'refusal' in referralRequest ? referralRequest.refusal : show(referralRequest, parameters);
  };
}

/** A POST from such a page, with its CSRF token. The page that refuses shows what was typed. */
export function postedByReferrer(
  deps: ReferralDeps,
  purpose: LinkPurpose,
  act: (referralRequest: ReferralRequest, fields: FormFields, request: HttpRequest) => Promise<HttpResponse>,
): RouteHandle {
  return async (request, { reference = '' }) => {
    const form = ownForm(deps, request);
    if ('status' in form) return form;
    const referralRequest = await referralRequestOf(deps, request, purpose, reference);
    if ('refusal' in referralRequest)
      return withTyped(deps, referralRequest.refusal, form.fields, referralRequest.sentences);
    const isOurs = form.fields.csrf === referralRequest.csrf;
    return isOurs ? act(referralRequest, form.fields, request) : withTyped(deps, forgedPage(deps), form.fields);
  };
}

interface Refused {
  readonly refusal: HttpResponse;
  /** What the page says, where it is more than that of unknown links. */
  readonly sentences?: readonly string[];
}

/** The visit, or the page for someone who may not come in, or no longer. */
async function referralRequestOf(
  deps: ReferralDeps,
  request: HttpRequest,
  purpose: LinkPurpose,
  reference: string,
): Promise<ReferralRequest | Refused> {
  if (!isReference(reference)) return { refusal: notFound(deps) };
  const [open, theCase, stored] = await Promise.all([
    readSession(deps, request, 'REFERRER'),
    deps.cases.readWholeCase(reference),
    deps.referrals.readReferral(reference),
  ]);
  const grant = open && theCase && grantOf(open.session.grants, theCase, purpose);
  if (!open || !theCase || !grant) return { refusal: notFound(deps) };
  const referral = addresseesOf(stored?.body);
  const referralRequest = { ...open, theCase, grant, referral };
  // A colleague who is asked to take it over is not its referrer yet; their page looks at the hand-over itself.
  if (purpose === 'HANDOVER' || isReferrer(theCase, referral, open.session.mailbox)) return referralRequest;
  if (!theCase.handedTo) return { refusal: notFound(deps) };
  const { at } = theCase.handedTo;
  return { refusal: handedOnPage(deps, reference, at), sentences: handedOnInWords(at) };
}

/**
 * What this browser opened. A referrer who follows a referral also answers for it, and the reverse, without a second
 * link.
 */
function grantOf(grants: readonly Grant[], theCase: Case, purpose: LinkPurpose): Grant | undefined {
  const { reference, task } = theCase;
  const known = grants.filter((grant) => grant.reference === reference);
  const own = known.findLast((grant) => grant.purpose === purpose);
  const has = (other: LinkPurpose) => known.some((grant) => grant.purpose === other);
  if (purpose === 'STATUS' && has('ANSWER')) return { reference, purpose };
  const isLive = own?.taskId === undefined || openTask(theCase, own.taskId) !== undefined;
  if (purpose !== 'ANSWER' || (own && isLive) || !has('STATUS')) return own;
  return { reference, purpose, ...(task?.kind === 'REFERRER' ? { taskId: task.id } : {}) };
}
