import { readFamily } from '#application/read-family.ts';
import { familyAgreed, openRequest, withdrawnByTeam } from '#domain/case/ask-withdrawal.ts';
import { withdrawable } from '#domain/case/withdraw.ts';
import { wasListed } from '#domain/notices/withdrawn.ts';
import { mailboxOfActor } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { diedWords } from '../died/words.ts';
import { afterWithdrawal, familyInWords } from '../family-words.ts';
import { withdrawnWords, withdrawPageWords } from '../words.ts';
import { askedPage } from './asked.ts';
import { refusedPage } from './refused.ts';
import { withdrawWords } from './words.ts';

interface TypedReason {
  readonly reason: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: what withdrawing means, and why it is done. */
export function getWithdraw(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const why = withdrawable(referralRequest.theCase);
    if (why === 'WITHDRAWN' || openRequest(referralRequest.theCase)) return toWithdrawn(deps, referralRequest);
    return why === 'YES'
      ? withdrawPage(deps, referralRequest, { reason: '', problems: [] })
      : refusedPage(deps, referralRequest, why, '');
  };
}

/**
 * POST: withdrawn, once, even if someone else acts at the same moment. Otherwise told what was first, with the reason
 * kept.
 */
export function postWithdraw(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const result = await deps.withdrawReferral({ reference, by: referralRequest.session.mailbox, reason });
    switch (result.kind) {
      case 'DONE':
      case 'ASKED':
        return toWithdrawn(deps, referralRequest);
      case 'NOT_YOURS':
        return notFound(deps);
      case 'INVALID':
        return withdrawPage(deps, referralRequest, {
          reason,
          problems: inCommandWords(withdrawWords, result.problems),
        });
      case 'REFUSED': {
        const theCase = (await deps.cases.readWholeCase(reference)) ?? referralRequest.theCase;
        return refusedPage(deps, { ...referralRequest, theCase }, result.why, reason);
      }
    }
  };
}

/** GET of the confirmation: that it is withdrawn or asked for, since when, and what is left to do. */
export function getWithdrawn(deps: ReferralDeps) {
  return async ({ theCase, referral }: ReferralRequest): Promise<HttpResponse> => {
    if (openRequest(theCase)) return askedPage(deps, theCase);
    const withdrawal = theCase.withdrawal;
    if (!withdrawal) return seeOther(absoluteUrl(deps.baseUrl, at(theCase.reference)));
    const data = {
      reference: theCase.reference,
      at: at(theCase.reference),
      on: instantInWords(withdrawal.at),
      by: mailboxOfActor(withdrawal.by),
      // What our team wrote down is for our team.
      lines: withdrawnByTeam(theCase) ? [] : withdrawal.reason.split('\n'),
      wasListed: wasListed(theCase),
      ...{ familyAgreed: familyAgreed(theCase), byTeam: withdrawnByTeam(theCase) },
      family: familyInWords(theCase)[0] ?? afterWithdrawal(theCase, await readFamily(deps, theCase, referral)),
      words: withdrawnWords,
    };
    return page(deps, { template: 'referral/withdraw/withdrawn.njk', title: withdrawnWords.title, data });
  };
}

function toWithdrawn(deps: ReferralDeps, { theCase }: ReferralRequest): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `${at(theCase.reference)}/withdrawn`));
}

async function withdrawPage(
  deps: ReferralDeps,
  { theCase, referral, csrf, session }: ReferralRequest,
  typed: TypedReason,
): Promise<HttpResponse> {
  const { reference, list } = theCase;
  const data = {
    ...typed,
    at: at(reference),
    csrf,
    mailbox: session.mailbox,
    isListed: list !== null,
    family: afterWithdrawal(theCase, await readFamily(deps, theCase, referral)),
    words: withdrawPageWords,
    diedWords,
  };
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'referral/withdraw/withdraw.njk',
    title: `Withdraw referral ${reference}`,
    data,
  });
}
