import type { Case } from '#domain/case/case.ts';
import { timeInWords } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { refusedWords } from '../words.ts';

type Why = 'ASKED' | 'WITHDRAWN' | 'DECIDING' | 'ENDED';

/** Why nothing was or can be withdrawn, with the reason that was typed, so that it can be copied. */
export function refusedPage(deps: ReferralDeps, { theCase }: ReferralRequest, why: Why, reason: string): HttpResponse {
  const { reference } = theCase;
  const typed = reason.trim();
  const lines = typed === '' ? [] : typed.split('\n');
  const data = { at: `/referral/${reference}/status`, sentences: said(theCase, why), lines };
  const title = typed === '' ? `You cannot withdraw referral ${reference} now` : refusedWords.title(reference);
  return page(deps, { status: 409, template: 'referral/withdraw/refused.njk', title, data });
}

function said(theCase: Case, why: Why): readonly string[] {
  if (why === 'WITHDRAWN') {
    const at = theCase.withdrawal?.at;
    return [refusedWords.withdrawn(at === undefined ? '' : instantInWords(at))];
  }
  if (why === 'ASKED') return [refusedWords.asked(instantInWords(theCase.withdrawalAsked?.at ?? theCase.updatedAt))];
  if (why === 'DECIDING') {
    const until = theCase.task?.decision?.effectiveAt;
    return [
      'Someone in our team is recording a decision on this referral now.',
      `Open this page again ${until ? `after ${timeInWords(until)}` : 'in a few minutes'}. If you can still withdraw it then, the page will show how.`,
    ];
  }
  const at = decidedAt(theCase);
  return [
    refusedWords.decided(at === undefined ? '' : instantInWords(at)),
    'If the family does not want it any more, or something has changed, contact us.',
  ];
}

function decidedAt({ history }: Case): string | undefined {
  return history.findLast(({ event }) => event === 'DECISION_SETTLED' || event === 'STOPPED')?.at;
}
