import type { Case } from '#domain/case/case.ts';
import { ANSWER_WORKING_DAYS, openLookAgain } from '#domain/case/look-again.ts';
import { mayReopen } from '#domain/case/reopen.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { lookAgainPageWords } from './words.ts';

/** That the team was asked, since when and why, and that someone will answer. */
export function askedPage(deps: ReferralDeps, theCase: Case): HttpResponse {
  const data = dataOf(theCase, '');
  return page(deps, { template: 'referral/look-again/asked.njk', title: titleOf(theCase), data });
}

/** The same to whoever asks while something else waits, with what they typed, so that it can be copied. */
export function alreadyAskedPage(deps: ReferralDeps, theCase: Case, typed: string): HttpResponse {
  const open = openLookAgain(theCase);
  const title = open && isTheirs(open) ? lookAgainPageWords.already : titleOf(theCase);
  return page(deps, { status: 409, template: 'referral/look-again/asked.njk', title, data: dataOf(theCase, typed) });
}

/** What the page is called, by whether something is asked and who asks. */
export function titleOf(theCase: Case): string {
  const open = openLookAgain(theCase);
  if (!open) return lookAgainPageWords.notOffered;
  return isTheirs(open) ? lookAgainPageWords.askedTitle : lookAgainPageWords.othersTitle;
}

/** What a family said is not shown to the referrer. */
function isTheirs({ from }: NonNullable<Case['lookAgain']>): boolean {
  return from === undefined || from === 'REFERRER';
}

function dataOf(theCase: Case, typed: string) {
  const asked = openLookAgain(theCase);
  const isShown = asked !== undefined && isTheirs(asked);
  const { asked: said, askedByOther } = lookAgainPageWords;
  return {
    at: `/referral/${theCase.reference}/status`,
    asked: asked ? (isShown ? said : askedByOther)(instantInWords(asked.at)) : '',
    lines: isShown ? asked.words.split('\n') : [],
    typed: typed.trim() === '' ? [] : typed.trim().split('\n'),
    words: lookAgainPageWords,
    aim: lookAgainPageWords.aim(ANSWER_WORKING_DAYS),
    after: afterwardsWords(theCase),
  };
}

/** Whether our team could reopen this referral. */
export function afterwardsWords(theCase: Case): string {
  return mayReopen(theCase) ? lookAgainPageWords.reopens : lookAgainPageWords.stays;
}

/** What our team answered to the referrer, and when; null where it answered nothing, or answered the family. */
export function answerView({ lookAgain }: Pick<Case, 'lookAgain'>) {
  const answer = lookAgain && isTheirs(lookAgain) ? lookAgain.answer : undefined;
  if (answer?.words === undefined) return null;
  return { title: lookAgainPageWords.answer(plainDate(answer.on)), lines: answer.words.split('\n') };
}
