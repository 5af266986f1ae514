import { hasWrongDate, TOO_MANY_TRIES } from '../../access/birth-date.ts';
import { instantInWords } from '../../access/instants.ts';
import { otherRoadWords } from '../../access/other-road.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import type { TypedBirthDate } from '../../components/birth-date-form.ts';
import { type DateProblem, dateProblemAt } from '../../components/date-problem.ts';
import type { HttpResponse } from '../../http/message.ts';
import { page } from '../../layout/page.ts';
import { retryAfter } from '../../layout/retry-after.ts';
import type { ReferralDeps } from '../deps.ts';
import { COLLEAGUE_ASKED } from '../words.ts';
import { opensByCode, placeOf } from './place.ts';

/** The question for the date of birth. From the first wrong date on, the page offers a code too. */
export async function datePage(
  deps: ReferralDeps,
  live: ReferrerLink,
  typed: TypedBirthDate = { day: '', month: '', year: '' },
  problem?: DateProblem,
): Promise<HttpResponse> {
  const { token, link } = live;
  const problems = problem === undefined ? [] : [dateProblemAt('dob', problem)];
  const isOffered = await hasWrongDate(deps, link.hash);
  const data = {
    ...{ token, typed, problems, isHandOver: link.purpose === 'HANDOVER', askedBy: COLLEAGUE_ASKED },
    ...(isOffered ? otherRoad(live) : {}),
  };
  const status = problem === undefined ? 200 : 422;
  return page(deps, { status, template: 'referral/link/link.njk', title: `Referral ${link.reference}`, data });
}

/** After too many wrong dates: from when to try again, and the code. */
export function waitPage(deps: ReferralDeps, live: ReferrerLink, againAt: string): HttpResponse {
  return page(deps, {
    headers: retryAfter(againAt, deps.now()),
    status: 429,
    template: 'access/wait.njk',
    title: TOO_MANY_TRIES,
    data: { againAt: instantInWords(againAt), ...otherRoad(live) },
  });
}

function otherRoad(live: ReferrerLink) {
  return opensByCode(live) ? { codeAt: placeOf(live).at, otherRoad: otherRoadWords } : {};
}
