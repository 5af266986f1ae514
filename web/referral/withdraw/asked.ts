import { openRequest } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import { mailboxOfActor } from '#domain/people/actor.ts';
import { instantInWords } from '../../access/instants.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { withdrawalAskedWords, withdrawPageWords } from '../words.ts';

/** That a withdrawal was asked for, since when, and that a person speaks with the family first. */
export function askedPage(deps: ReferralDeps, theCase: Case): HttpResponse {
  const asked = openRequest(theCase);
  const data = {
    reference: theCase.reference,
    at: `/referral/${theCase.reference}/status`,
    on: asked ? instantInWords(asked.at) : '',
    by: asked ? mailboxOfActor(asked.by) : '',
    lines: asked ? asked.reason.split('\n') : [],
    words: withdrawalAskedWords,
    pageWords: withdrawPageWords,
  };
  return page(deps, { template: 'referral/withdraw/asked.njk', title: withdrawalAskedWords.title, data });
}
