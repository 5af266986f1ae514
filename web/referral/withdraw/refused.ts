import type { Case } from '#domain/case/case.ts';
import { timeInWords } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';

type Why = 'WITHDRAWN' | 'DECIDING' | 'ENDED';

/** Why nothing was or can be withdrawn, with the reason that was typed, so that it can be copied. */
export function refusedPage(deps: ReferralDeps, { theCase }: ReferralRequest, why: Why, reason: string): HttpResponse {
  const { reference } = theCase;
  const typed = reason.trim();
  const lines = typed === '' ? [] : typed.split('\n');
  const data = { at: `/referral/${reference}/status`, sentences: said(theCase, why), lines };
  const title =
    typed === '' ? `Referral ${reference} cannot be withdrawn now` : `Nothing was withdrawn: referral ${reference}`;
  return page(deps, { status: 409, template: 'referral/withdraw/refused.njk', title, data });
}

function said(theCase: Case, why: Why): readonly string[] {
  if (why === 'WITHDRAWN') {
    const at = theCase.withdrawal?.at;
    return [`This referral was withdrawn already${at ? `, on ${instantInWords(at)}` : ''}.`];
  }
  if (why === 'DECIDING') {
    const until = theCase.task?.decision?.effectiveAt;
    return [
      'Somebody on our team is recording a decision on this referral at this moment.',
      `Open this page again${until ? ` after ${timeInWords(until)}` : ' in some minutes'}. If it can still be withdrawn then, you find the way to it there.`,
    ];
  }
  const at = decidedAt(theCase);
  return [
    `This referral was already decided on${at ? `, on ${instantInWords(at)}` : ''}. Our e-mail to you says how.`,
    'If the family does not want it any more, or something has changed, ask us.',
  ];
}

function decidedAt({ history }: Case): string | undefined {
  return history.findLast(({ event }) => event === 'DECISION_SETTLED' || event === 'STOPPED')?.at;
}
