import { withdrawable } from '#domain/case/withdraw.ts';
import { wasListed } from '#domain/notices/withdrawn.ts';
import { mailboxOfActor } from '#domain/people/actor.ts';
import { inWords } from '../../access/instants.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { posted, type Visit, visited } from '../visit.ts';
import { refusedPage } from './refused.ts';

interface Typed {
  readonly reason: string;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: what withdrawing means, and why it is done. */
export function getWithdraw(deps: ReferralDeps) {
  return visited(deps, 'STATUS', async (visit) => {
    const why = withdrawable(visit.theCase);
    if (why === 'WITHDRAWN') return toWithdrawn(deps, visit);
    return why === 'YES' ? withdrawPage(deps, visit, { reason: '', problems: [] }) : refusedPage(deps, visit, why, '');
  });
}

/** POST: withdrawn, once, whoever else acts at the same moment; or told what was first, with the reason kept. */
export function postWithdraw(deps: ReferralDeps) {
  return posted(deps, 'STATUS', async (visit, { reason = '' }) => {
    const { reference } = visit.theCase;
    const result = await deps.withdrawReferral({ reference, by: visit.session.mailbox, reason });
    switch (result.kind) {
      case 'DONE':
        return toWithdrawn(deps, visit);
      case 'NOT_YOURS':
        return notFound(deps);
      case 'INVALID':
        return withdrawPage(deps, visit, { reason, problems: result.problems });
      case 'REFUSED': {
        const theCase = (await deps.cases.readWholeCase(reference)) ?? visit.theCase;
        return refusedPage(deps, { ...visit, theCase }, result.why, reason);
      }
    }
  });
}

/** GET of the confirmation: that it is withdrawn, since when, and what is left to do. */
export function getWithdrawn(deps: ReferralDeps) {
  return visited(deps, 'STATUS', async ({ theCase }) => {
    const withdrawal = theCase.withdrawal;
    if (!withdrawal) return seeOther(absoluteUrl(deps.baseUrl, at(theCase.reference)));
    const data = {
      reference: theCase.reference,
      at: at(theCase.reference),
      on: inWords(withdrawal.at),
      by: mailboxOfActor(withdrawal.by),
      lines: withdrawal.reason.split('\n'),
      wasListed: wasListed(theCase),
    };
    return page(deps, { template: 'referral/withdraw/withdrawn.njk', title: 'Referral withdrawn', data });
  });
}

function toWithdrawn(deps: ReferralDeps, { theCase }: Visit): HttpResponse {
  return seeOther(absoluteUrl(deps.baseUrl, `${at(theCase.reference)}/withdrawn`));
}

function withdrawPage(deps: ReferralDeps, { theCase, csrf, session }: Visit, typed: Typed): HttpResponse {
  const { reference, list } = theCase;
  const data = { ...typed, at: at(reference), csrf, mailbox: session.mailbox, isListed: list !== null };
  return page(deps, {
    status: typed.problems.length > 0 ? 422 : 200,
    template: 'referral/withdraw/withdraw.njk',
    title: `Withdraw referral ${reference}`,
    data,
  });
}
