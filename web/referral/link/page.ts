import { tryBirthDate } from '../../access/birth-date.ts';
import type { ReferrerLink } from '../../access/referrer-link.ts';
import { birthDateFormSchema, readBirthDate } from '../../components/birth-date-form.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { HttpRequest, HttpResponse } from '../../http/message.ts';
import type { Parameters } from '../../http/router.ts';
import { isBirthDate } from '../child.ts';
import type { ReferralDeps } from '../deps.ts';
import { datePage, waitPage } from './date-page.ts';
import { welcome } from './welcome.ts';

/** GET of a link: the reference and a question, nothing else. */
export function getLink(deps: ReferralDeps) {
  return async (live: ReferrerLink): Promise<HttpResponse> => datePage(deps, live);
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
    if (!('on' in read)) return datePage(deps, live, typed, read);
    const guess = await tryBirthDate(deps, live.link.hash, isBirthDate(read.on, live.stored, live.theCase));
    if (guess.kind === 'RIGHT') return welcome(deps, live, request);
    if (guess.kind === 'WAIT') return waitPage(deps, live, guess.againAt);
    const left = guess.triesLeft === 1 ? 'one try' : `${guess.triesLeft} tries`;
    const message = `This is not the date of birth in the referral. You have ${left} left`;
    return datePage(deps, live, typed, { message, parts: [] });
  };
}
