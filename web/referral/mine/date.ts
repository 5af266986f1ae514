import { hasDied } from '#domain/case/death.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { isReference } from '#domain/values/reference.ts';
import { TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import { instantInWords } from '../../access/instants.ts';
import type { MailboxRequest } from '../../access/mailbox-guard.ts';
import { birthDateFormSchema, readBirthDate, type TypedBirthDate } from '../../components/birth-date-form.ts';
import { type DateProblem, dateProblemAt } from '../../components/date-problem.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { callUsPage } from '../../layout/call-us.ts';
import { notFound } from '../../layout/not-found.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import { isBirthDate } from '../child.ts';
import type { ReferralDeps } from '../deps.ts';
import { welcome } from '../link/welcome.ts';
import { mineDateWords } from './words.ts';

/** GET: the reference of a referral of this mailbox, and the question for the date of birth. */
export function getMineDate(deps: ReferralDeps) {
  return async (seen: MailboxRequest, { reference = '' }: Parameters): Promise<HttpResponse> =>
    (await ownOf(deps, seen, reference)).refusal ?? datePage(deps, seen, reference);
}

/**
 * POST: the right date of birth opens the status page. No code does in its place: one from the same mailbox has opened the
 * list. Tries are counted by mailbox and referral, whatever the browser.
 */
export function postMineDate(deps: ReferralDeps) {
  return async (
    seen: MailboxRequest,
    fields: FormFields,
    { reference = '' }: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const { refusal, own } = await ownOf(deps, seen, reference);
    if (!own) return refusal;
    const typed = birthDateFormSchema.parse(fields);
    const read = readBirthDate(typed);
    if (!('on' in read)) return datePage(deps, seen, reference, typed, read);
    const isRight = isBirthDate(read.on, own.stored, own.theCase);
    const guess = await tryBirthDate(deps, `${reference} of ${seen.mailbox}`, isRight);
    if (guess.kind === 'RIGHT') {
      const link = { reference, purpose: 'STATUS', mailbox: seen.mailbox } as const;
      return welcome(deps, { ...own, link, actor: seen.actor }, request);
    }
    if (guess.kind === 'WAIT') return waitPage(deps, guess.againAt);
    return datePage(deps, seen, reference, typed, { message: mineDateWords.wrong(guess.triesLeft), parts: [] });
  };
}

/** The case while this mailbox is its present referrer's or team's, read consistently; else the page that refuses. */
async function ownOf(deps: ReferralDeps, { mailbox }: MailboxRequest, reference: string) {
  if (!isReference(reference)) return { refusal: notFound(deps) };
  const [theCase, stored] = await Promise.all([deps.cases.readCase(reference), deps.referrals.readReferral(reference)]);
  if (!theCase || !stored || !isReferrer(theCase, addresseesOf(stored.body), mailbox))
    return { refusal: notFound(deps) };
  return hasDied(theCase) ? { refusal: callUsPage(deps, reference) } : { own: { theCase, stored } };
}

function datePage(
  deps: ReferralDeps,
  { csrf }: MailboxRequest,
  reference: string,
  typed: TypedBirthDate = { day: '', month: '', year: '' },
  problem?: DateProblem,
): HttpResponse {
  const problems = problem === undefined ? [] : [dateProblemAt('dob', problem)];
  return page(deps, {
    status: problem === undefined ? 200 : 422,
    template: 'referral/mine/date.njk',
    title: `Referral ${reference}`,
    data: { reference, csrf, typed, problems, words: mineDateWords },
  });
}

function waitPage(deps: ReferralDeps, againAt: string): HttpResponse {
  return page(deps, {
    headers: retryAfter(againAt, deps.now()),
    status: 429,
    template: 'access/wait.njk',
    title: TOO_MANY_TRIES,
    data: { againAt: instantInWords(againAt) },
  });
}
