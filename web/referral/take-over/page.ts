import type { Case } from '#domain/case/case.ts';
import { type HandOverState, handOverStateOf } from '#domain/case/hand-over.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { gainRights } from '../../access/gain-rights.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { statusInWords } from '../../components/record/status.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { takeOverWords } from '../words.ts';

/** GET of the question to a colleague whether they take a referral over. It does nothing. */
export function getTakeOver(deps: ReferralDeps) {
  return async (
    referralRequest: ReferralRequest,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const access = handOverStateOf(referralRequest.theCase, referralRequest.grant.taskId, deps.now());
    return access === 'OPEN' ? takeOverPage(deps, referralRequest) : otherwise(deps, referralRequest, access, request);
  };
}

/** POST: it is theirs from now on, and this browser may follow it. Pressed twice it is still once. */
export function postTakeOver(deps: ReferralDeps) {
  return async (
    referralRequest: ReferralRequest,
    _fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { grant, session } = referralRequest;
    const { reference, taskId: id = '' } = grant;
    const access = await deps.takeOverReferral({ reference, id, mailbox: session.mailbox });
    return otherwise(deps, referralRequest, access, request);
  };
}

async function otherwise(
  deps: ReferralDeps,
  { theCase, session, grant: { taskId } }: ReferralRequest,
  access: Exclude<HandOverState, 'OPEN'>,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference } = theCase;
  if (access === 'TAKEN') {
    const grant = { reference, purpose: 'STATUS' } as const;
    // Only the press that took it over gains by it: the session before it does not, should someone else hold it.
    const isLate = handOverStateOf(theCase, taskId, deps.now()) === 'TAKEN';
    const gained = { audience: 'REFERRER', holder: session, grant, isProven: false } as const;
    const cookies = isLate ? [] : [await gainRights(deps, request, gained)];
    return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/status`), cookies);
  }
  const title = `You cannot take over referral ${reference}`;
  return say(deps, 409, title, whys[access], 'Talk with the colleague who asked you, or ask us.');
}

export const whys: Record<Exclude<HandOverState, 'OPEN' | 'TAKEN'>, string> = {
  REPLACED: 'There is a newer request, to you or to someone else, or someone has already taken it over.',
  CLOSED: 'This referral is closed.',
  EXPIRED: 'The request to you has expired.',
};

function takeOverPage(deps: ReferralDeps, { theCase, referral, csrf, session }: ReferralRequest): HttpResponse {
  const { name, email } = referrerOf(theCase, referral);
  const { reference } = theCase;
  const isAsked = theCase.task?.kind === 'REFERRER';
  const data = {
    ...{ csrf, reference, mailbox: session.mailbox, isAsked },
    where: isAsked ? takeOverWords.waiting : statusInWords(theCase.status),
    receivedOn: plainDate(londonDateOf(theCase.receivedAt)),
    from: [name, email].filter((word) => word !== undefined).join(', '),
    until: untilOf(theCase),
    words: takeOverWords,
  };
  const title = `Will you take over referral ${reference}?`;
  return page(deps, { template: 'referral/take-over/take-over.njk', title, data });
}

function untilOf({ handOver }: Case): string {
  return handOver ? plainDate(londonDateOf(handOver.expiresAt)) : '';
}
