import { hasDied } from '#domain/case/death.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { isReference } from '#domain/values/reference.ts';
import { answerBirthDate, askBirthDate, type BirthDateQuestion } from '../../access/birth-date-page.ts';
import type { MailboxRequest } from '../../access/mailbox-guard.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { callUsPage } from '../../layout/call-us.ts';
import { notFound } from '../../layout/not-found.ts';
import { isBirthDate } from '../child.ts';
import type { ReferralDeps } from '../deps.ts';
import { welcome } from '../link/welcome.ts';
import { linkWords } from '../link/words.ts';
import { mineDateWords } from './words.ts';

/** GET: the reference of a referral of this mailbox, and the question for the date of birth. */
export function getMineDate(deps: ReferralDeps) {
  return async (seen: MailboxRequest, { reference = '' }: Parameters): Promise<HttpResponse> =>
    (await ownOf(deps, seen, reference)).refusal ?? askBirthDate(deps, questionOf(seen, reference));
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
    const isRight = (on: string) => isBirthDate(on, own.stored, own.theCase);
    const entered = await answerBirthDate(deps, questionOf(seen, reference), fields, isRight);
    if (entered !== 'RIGHT') return entered;
    const link = { reference, purpose: 'STATUS', mailbox: seen.mailbox } as const;
    return welcome(deps, { ...own, link, actor: seen.actor }, request);
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

function questionOf({ csrf, mailbox }: MailboxRequest, reference: string): BirthDateQuestion {
  const { check, legend, wrong, title } = linkWords;
  return {
    ...{ title: title(reference), before: [check], legend, wrong, csrf },
    ...{ at: `/referral/mine/${reference}`, through: `${reference} of ${mailbox}` },
    back: { at: '/referral/mine/list', text: mineDateWords.back },
  };
}
