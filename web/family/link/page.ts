import { TOO_MANY_TRIES, tryBirthDate } from '../../access/birth-date.ts';
import type { FamilyLink } from '../../access/family-link.ts';
import { gainRights } from '../../access/gain-rights.ts';
import { instantInWords } from '../../access/instants.ts';
import { birthDateFormSchema, readBirthDate, type TypedBirthDate } from '../../components/birth-date-form.ts';
import { type DateProblem, dateProblemAt } from '../../components/date-problem.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { FormFields } from '../../http/form-body.ts';
import { type HttpRequest, type HttpResponse, seeOther } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import { isBirthDate } from '../../referral/child.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { linkWords } from './words.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: FamilyPagesDeps) {
  return async (live: FamilyLink): Promise<HttpResponse> => datePage(deps, live);
}

/** POST of a link: who knows the child's date of birth reaches the offer. */
export function postLink(deps: FamilyPagesDeps) {
  return async (
    live: FamilyLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const typed = birthDateFormSchema.parse(fields);
    const read = readBirthDate(typed);
    if (!('on' in read)) return datePage(deps, live, typed, read);
    const guess = await tryBirthDate(deps, live.link.hash, isBirthDate(read.on, live.stored, live.theCase));
    if (guess.kind === 'RIGHT') return welcome(deps, live, request);
    if (guess.kind === 'WAIT') return waitPage(deps, guess.againAt);
    return datePage(deps, live, typed, { message: linkWords.wrong(guess.triesLeft), parts: [] });
  };
}

function datePage(
  deps: FamilyPagesDeps,
  { token, link }: FamilyLink,
  typed: TypedBirthDate = { day: '', month: '', year: '' },
  problem?: DateProblem,
): HttpResponse {
  const problems = problem === undefined ? [] : [dateProblemAt('dob', problem)];
  return page(deps, {
    status: problem === undefined ? 200 : 422,
    template: 'family/link/link.njk',
    title: linkWords.title(link.reference),
    data: { token, typed, problems, words: linkWords },
  });
}

function waitPage(deps: FamilyPagesDeps, againAt: string): HttpResponse {
  return page(deps, {
    headers: retryAfter(againAt, deps.now()),
    ...{ status: 429, template: 'access/wait.njk', title: TOO_MANY_TRIES },
    data: { againAt: instantInWords(againAt) },
  });
}

async function welcome(
  deps: FamilyPagesDeps,
  { link, offer, actor: by }: FamilyLink,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { reference, mailbox } = link;
  const grant = { reference, purpose: 'OFFER', taskId: offer } as const;
  const cookie = await gainRights(deps, request, { audience: 'FAMILY', holder: { mailbox }, grant, isProven: true });
  await deps.access.recordReading({ reference, at: deps.now(), by, what: 'SESSION_OPENED' });
  return seeOther(absoluteUrl(deps.baseUrl, `/family/${reference}/offer`), [cookie]);
}
