import { mayAskColleague } from '#domain/case/hand-over.ts';
import { email as mailbox } from '#domain/referral/text.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { mayMail } from '../../access/mail-budget.ts';
import type { ReferralRequest } from '../../access/referrer-guard.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { notFound } from '../../layout/not-found.ts';
import { page, sayAndLead } from '../../layout/page.ts';
import type { ReferralDeps } from '../deps.ts';
import { statusOf } from '../status/address.ts';
import { pendingHandOver } from '../status/hand-over-view.ts';
import { handOverPageWords } from '../words.ts';
import { handOverWords } from './words.ts';

type Problems = readonly { readonly path: string; readonly message: string }[];

const at = (reference: string) => `/referral/${reference}/status`;

/** GET: who is to take the referral over. */
export function getHandOver(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest): Promise<HttpResponse> => {
    const may = mayAskColleague(referralRequest.theCase);
    return may === 'YES' ? handOverPage(deps, referralRequest, {}, []) : refused(deps, referralRequest, may);
  };
}

/** POST: the colleague is asked by email, within the budget of their mailbox, and nothing else changes. */
export function postHandOver(deps: ReferralDeps) {
  return async (referralRequest: ReferralRequest, fields: FormFields): Promise<HttpResponse> => {
    const { reference } = referralRequest.theCase;
    const { name = '', role = '', email = '' } = fields;
    const to = name === '' || role === '' ? undefined : mailbox().safeParse(email).data;
    // Who is asked already is counted by the referral.
    const isAnother = to !== undefined && !sameMailbox(referralRequest.theCase.handOver?.email, to);
    if (isAnother && !(await mayMail(deps, to))) return refused(deps, referralRequest, 'MAILBOX_FULL');
    const result = await deps.handOverReferral({ reference, by: referralRequest.session.mailbox, name, role, email });
    if (result.kind === 'INVALID')
      return handOverPage(deps, referralRequest, fields, inCommandWords(handOverWords, result.problems));
    if (result.kind === 'NOT_YOURS') return notFound(deps);
    if (result.kind !== 'ASKED') return refused(deps, referralRequest, result.kind);
    return seeOther(absoluteUrl(deps.baseUrl, at(reference)));
  };
}

type Refusal = 'CLOSED' | 'TOO_MANY' | 'MAILBOX_FULL';

function refused(deps: ReferralDeps, { theCase }: ReferralRequest, why: Refusal): HttpResponse {
  const title = `We did not ask anyone about referral ${theCase.reference}`;
  const onward = statusOf(theCase.reference);
  if (why === 'CLOSED') {
    return sayAndLead(deps, { status: 409, title, onward }, handOverPageWords.closed, 'If that is wrong, contact us.');
  }
  const { tooMany, mailboxFull } = handOverPageWords;
  const said = why === 'TOO_MANY' ? tooMany : mailboxFull;
  return sayAndLead(deps, { status: 429, title, onward }, said, 'Call us, so that we can help.');
}

function handOverPage(
  deps: ReferralDeps,
  referralRequest: ReferralRequest,
  form: FormFields,
  problems: Problems,
): HttpResponse {
  const { theCase, csrf } = referralRequest;
  const pending = pendingHandOver(theCase, deps.now());
  const { name = '', role = '', email = '' } = form;
  const data = {
    at: at(theCase.reference),
    csrf,
    form: { name, role, email },
    problems,
    pending,
    days: deps.policy.linkDays,
    words: handOverPageWords,
  };
  return page(deps, {
    status: problems.length > 0 ? 422 : 200,
    template: 'referral/hand-over/hand-over.njk',
    title: `Hand over referral ${theCase.reference}`,
    data,
  });
}
