import { ANSWER_WORKING_DAYS, mayAskAgain, openLookAgain } from '#domain/case/look-again.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { afterwardsWords, alreadyAskedPage, askedPage } from './asked.ts';
import { lookAgainPageWords, lookAgainWords } from './words.ts';

interface Typed {
  readonly reason: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: why the team should check a closed referral again; or what was asked, while it waits for an answer. */
export function getLookAgain(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const { theCase } = referralRequest;
    if (!mayAskAgain(theCase)) return seeOther(absoluteUrl(deps.baseUrl, at(theCase.reference)));
    return openLookAgain(theCase)
      ? askedPage(deps, theCase)
      : askPage(deps, referralRequest, { reason: '', problems: [] });
  };
}

/** POST: asked, once. Otherwise told what is missing or who was first, with everything typed kept. */
export function postLookAgain(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, { reason = '' }: FormFields): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const result = await deps.askToLookAgain({ reference, by: referralRequest.session.mailbox, reason });
    switch (result.kind) {
      case 'ASKED':
        return seeOther(absoluteUrl(deps.baseUrl, `${at(reference)}/check-again`));
      case 'NOT_YOURS':
        return notFound(deps);
      case 'INVALID':
        return askPage(deps, referralRequest, { reason, problems: inCommandWords(lookAgainWords, result.problems) });
      case 'ALREADY':
      case 'NOT_OFFERED':
        return alreadyAskedPage(deps, (await deps.cases.readCase(reference)) ?? referralRequest.theCase, reason);
    }
  };
}

function askPage(deps: ReferralDeps, { theCase, csrf, session }: ReferralRequest, typed: Typed): HttpResponse {
  const data = { ...typed, at: at(theCase.reference), csrf, mailbox: session.mailbox, words: lookAgainPageWords };
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'referral/look-again/ask.njk',
    title: lookAgainPageWords.title,
    data: {
      ...{ ...data, aim: lookAgainPageWords.aim(ANSWER_WORKING_DAYS), after: afterwardsWords(theCase) },
      complaintAim: lookAgainPageWords.complaintAim(deps.policy.complaintAnswerWorkingDays),
    },
  });
}
