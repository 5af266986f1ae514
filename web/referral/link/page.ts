import type { Link } from '#domain/people/link.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import { instantInWords } from '../../access/instants.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import { addGrant, openSession, readSession } from '../../access/sessions.ts';
import { type DateProblem, dateProblemAt } from '../../components/date-problem.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page, say } from '../../layout/page.ts';
import { birthDateOf } from '../child.ts';
import type { ReferralDeps } from '../deps.ts';
import { COLLEAGUE_ASKED } from '../words.ts';
import { birthDateFormSchema, readBirthDate, type TypedBirthDate } from './schema.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: ReferralDeps) {
  return async (live: ReferrerLink): Promise<HttpResponse> => linkPage(deps, live);
}

/** POST of a link: someone who knows the date of birth reaches the page that the link is for. */
export function postLink(deps: ReferralDeps) {
  return async (
    live: ReferrerLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const typed = birthDateFormSchema.parse(fields);
    const read = readBirthDate(typed);
    if (!('on' in read)) return linkPage(deps, live, typed, read);
    const known = birthDateOf(live.stored);
    const guess = await tryBirthDate(deps, live.link.hash, known !== undefined && read.on === known);
    if (guess.kind === 'RIGHT') return welcome(deps, live, request);
    if (guess.kind === 'WAIT') return waitPage(deps, guess.againAt);
    const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
    const message = `This is not the date of birth in the referral. You have ${left} left`;
    return linkPage(deps, live, typed, { message, parts: [] });
  };
}

function linkPage(
  deps: ReferralDeps,
  { token, link }: ReferrerLink,
  typed: TypedBirthDate = { day: '', month: '', year: '' },
  problem?: DateProblem,
): HttpResponse {
  const problems = problem === undefined ? [] : [dateProblemAt('dob', problem)];
  const status = problem === undefined ? 200 : 422;
  const data = { token, typed, problems, isHandOver: link.purpose === 'HANDOVER', askedBy: COLLEAGUE_ASKED };
  return page(deps, { status, template: 'referral/link/link.njk', title: `Referral ${link.reference}`, data });
}

function waitPage(deps: ReferralDeps, againAt: string): HttpResponse {
  const said = say(
    deps,
    429,
    TOO_MANY_TRIES,
    `You can try again from ${instantInWords(againAt)}.`,
    'If you do not know the date, contact us.',
  );
  const seconds = Math.max(1, Math.ceil((Date.parse(againAt) - Date.parse(deps.now())) / 1000));
  return { ...said, headers: { ...said.headers, 'retry-after': String(seconds) } };
}

async function welcome(
  deps: ReferralDeps,
  { link, actor: by }: ReferrerLink,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference, purpose } = link;
  const cookies = await letIn(deps, link, request);
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED' });
  return seeOther(absoluteUrl(deps.baseUrl, `/referral/${reference}/${purpose.toLowerCase()}`), cookies);
}

/** A browser that this mailbox has open keeps what it has: another referral stays open in another tab. */
async function letIn(deps: ReferralDeps, link: Link, request: HttpRequest): Promise<string[]> {
  const { reference, purpose, taskId, mailbox } = link;
  const grant = { reference, purpose, ...(taskId === undefined ? {} : { taskId }) };
  const open = await readSession(deps, request, 'REFERRER');
  if (!open || !sameMailbox(open.session.mailbox, mailbox))
    return [await openSession(deps, 'REFERRER', { mailbox }, grant)];
  await addGrant(deps.access, open.session, grant);
  return [];
}
