import { openRequest } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import { mayAskAgain, openLookAgain } from '#domain/case/look-again.ts';
import { takesRecordedAnswer } from '#domain/case/questioned.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { referrerIsAsked } from '#domain/case/tell-family.ts';
import { withdrawable } from '#domain/case/withdraw.ts';
import { describeService } from '#domain/service/description.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { ALL_REFERRALS } from '../../access/dead-link.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { plainHistory } from '../../components/record/history.ts';
import { toldInWords } from '../../components/record/told.ts';
import { toldWords } from '../../components/told-words.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { askedInWords } from '../answer/asked.ts';
import { changesInWords, mayTellOfChange } from '../changed/page.ts';
import { changedWords } from '../changed/words.ts';
import type { ReferralDeps } from '../deps.ts';
import { diedWords } from '../died/words.ts';
import { answerView, titleOf } from '../look-again/asked.ts';
import { lookAgainPageWords } from '../look-again/words.ts';
import { afterTenDays, toldPageWords } from '../told/words.ts';
import { forwardWords, resubmitWords } from '../words.ts';
import { answerBy, awaited, isToSendAgain } from './awaited.ts';
import { pendingHandOver, tookOverOn } from './hand-over-view.ts';
import { nextSteps } from './next.ts';
import { redirectOf } from './redirect.ts';
import { isAskedNow, whereItIs } from './where.ts';
import { EMAIL_CAME_BACK, lateWords, WRONG_BIRTH_DATE } from './words.ts';

/** GET of the status page: where the referral is, what we are waiting for, and what the referrer can do. */
export function getStatus(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => statusPage(deps, referralRequest);
}

function statusPage(deps: ReferralDeps, { theCase, referral, session }: ReferralRequest): HttpResponse {
  const { reference, task, ask, list } = theCase;
  const { name, role, email, teamEmail } = referrerOf(theCase, referral);
  const description = describeService(deps.policy, deps.config.description);
  const redirect = redirectOf(theCase, description);
  return page(deps, {
    template: 'referral/status/status.njk',
    title: `Referral ${reference}`,
    data: {
      at: `/referral/${reference}`,
      where: whereItIs(theCase),
      awaited: awaited(theCase, deps.policy),
      asked: task && isAskedNow(theCase) ? { ...askedInWords(ask), by: answerBy(theCase, task, deps.policy) } : null,
      late: takesRecordedAnswer(theCase) && !isAskedNow(theCase) ? { ...askedInWords(ask), ...lateWords } : null,
      receivedOn: plainDate(londonDateOf(theCase.receivedAt)),
      acceptedOn: list ? plainDate(list.acceptedOn) : null,
      referrer: { name, role, email, teamEmail },
      ownReference: theCase.handedTo ? null : (referral.referrer.ownReference ?? null),
      tookOverOn: tookOverOn(theCase, session.mailbox),
      handOver: pendingHandOver(theCase, deps.now()),
      canWithdraw: !openRequest(theCase) && ['YES', 'DECIDING'].includes(withdrawable(theCase)),
      changedLink: mayTellOfChange(theCase) ? changedWords.title : '',
      changes: changesInWords(theCase, deps.policy),
      checkAgain: mayAskAgain(theCase) ? lookAgainLink(theCase) : null,
      answered: answerView(theCase),
      tellFamily: referrerIsAsked(theCase) ? toldPageWords : null,
      tellStaff: afterTenDays(theCase),
      diedLink: diedWords.link,
      told: toldInWords(theCase.lastDecision, description),
      toldWords,
      steps: nextSteps(theCase, deps.policy.waitTargetMonths, redirect),
      share: redirect.canShare && !redirect.shared ? forwardWords : null,
      sendAgain: isToSendAgain(theCase) ? resubmitWords.again : null,
      emailCameBack: EMAIL_CAME_BACK,
      wrongBirthDate: WRONG_BIRTH_DATE,
      allReferrals: ALL_REFERRALS,
      history: plainHistory(theCase),
    },
  });
}

function lookAgainLink(theCase: Case): string {
  return openLookAgain(theCase) ? titleOf(theCase) : lookAgainPageWords.title;
}
