import { answerBirthDate, askBirthDate, type BirthDateQuestion } from '../../access/birth-date-page.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { isBirthDate } from '../child.ts';
import type { ReferralDeps } from '../deps.ts';
import { opensByCode, placeOf } from './place.ts';
import { welcome } from './welcome.ts';
import { linkWords } from './words.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: ReferralDeps) {
  return async (live: ReferrerLink): Promise<HttpResponse> => askBirthDate(deps, questionOf(live));
}

/** POST of a link: someone who knows the date of birth reaches the page that the link is for. */
export function postLink(deps: ReferralDeps) {
  return async (
    live: ReferrerLink,
    fields: FormFields,
    _parameters: Parameters,
    request: HttpRequest,
  ): Promise<HttpResponse> => {
    const isRight = (on: string) => isBirthDate(on, live.stored, live.theCase);
    const entered = await answerBirthDate(deps, questionOf(live), fields, isRight);
    return entered === 'RIGHT' ? welcome(deps, live, request) : entered;
  };
}

function questionOf(live: ReferrerLink): BirthDateQuestion {
  const { token, link } = live;
  const { check, handOver, ...words } = linkWords;
  const before = link.purpose === 'HANDOVER' ? [handOver, check] : [check];
  const code = opensByCode(live) ? { codeAt: placeOf(live).at } : {};
  return {
    ...{ ...words, before, title: words.title(link.reference) },
    ...{ at: `/referral/l/${token}`, through: link.hash, ...code },
  };
}
