import type { Case } from '#domain/case/case.ts';
import { ANSWER_WORKING_DAYS, openLookAgain } from '#domain/case/look-again.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { lookAgainPageWords } from './words.ts';

/** That the team was asked, since when and why, and that someone will answer. */
export function askedPage(deps: ReferralDeps, theCase: Case): HttpResponse {
  const data = dataOf(theCase, '');
  return page(deps, { template: 'referral/look-again/asked.njk', title: lookAgainPageWords.askedTitle, data });
}

/** The same to whoever asks while something else waits, with what they typed, so that it can be copied. */
export function alreadyAskedPage(deps: ReferralDeps, theCase: Case, typed: string): HttpResponse {
  const title = openLookAgain(theCase) ? lookAgainPageWords.already : lookAgainPageWords.notOffered;
  return page(deps, { status: 409, template: 'referral/look-again/asked.njk', title, data: dataOf(theCase, typed) });
}

function dataOf(theCase: Case, typed: string) {
  const asked = openLookAgain(theCase);
  return {
    at: `/referral/${theCase.reference}/status`,
    asked: asked ? lookAgainPageWords.asked(instantInWords(asked.at)) : '',
    lines: asked ? asked.words.split('\n') : [],
    typed: typed.trim() === '' ? [] : typed.trim().split('\n'),
    words: lookAgainPageWords,
    aim: lookAgainPageWords.aim(ANSWER_WORKING_DAYS),
  };
}
